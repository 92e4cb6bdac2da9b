package org.maintenancefund.committee.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.kernel.Reason;

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

    /** A preparatory group is called so, a committee is not. Tells the right name for the area where it isn't so. */
    public static Optional<Reason> misfit(String name, CommitteeAttribute attribute, String areaName) {
        boolean formal = attribute == CommitteeAttribute.FORMAL;
        boolean fits =
                formal ? !name.contains("筹备组") : PREPARATORY.matcher(name).matches();
        return fits
                ? Optional.empty()
                : Optional.of(Reason.of(
                        formal ? "committee.name.preparatory" : "committee.name.not-preparatory",
                        proposal(areaName, attribute)));
    }
}
