package org.maintenancefund.committee.domain;

import java.util.regex.Pattern;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/** What a committee may be called. */
public final class CommitteeName {

    /** Longest name; the database allows as much. */
    public static final int MAX = 100;

    private static final Pattern PREPARATORY = Pattern.compile(".+(业委会|业主委员会)筹备组");

    private CommitteeName() {}

    /** The name that fits an area. */
    public static String proposal(String areaName, CommitteeAttribute attribute) {
        return areaName + (attribute == CommitteeAttribute.FORMAL ? "业主委员会" : "业主委员会筹备组");
    }

    /** A preparatory group is called so, a committee is not. Refuses with the right name for the area. */
    public static Checked<String> read(String typed, CommitteeAttribute attribute, String areaName) {
        Checked<String> text = ChineseText.required(typed, MAX);
        if (!text.isOk()) {
            return ChineseText.isBlank(typed) ? Checked.refused("committee.name.missing") : text;
        }
        boolean preparatory = PREPARATORY.matcher(text.value()).matches();
        if (attribute == CommitteeAttribute.PREPARATORY && !preparatory) {
            return Checked.refused("committee.name.not-preparatory", proposal(areaName, attribute));
        }
        if (attribute == CommitteeAttribute.FORMAL && text.value().contains("筹备组")) {
            return Checked.refused("committee.name.preparatory", proposal(areaName, attribute));
        }
        return text;
    }
}
