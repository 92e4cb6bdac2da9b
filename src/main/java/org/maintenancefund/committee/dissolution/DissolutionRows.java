package org.maintenancefund.committee.dissolution;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.committee.DissolutionEffect;
import org.maintenancefund.committee.DissolutionEffect.Kind;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.SummaryRow;

/** What ends with a committee, as pages and papers list it. */
public final class DissolutionRows {

    private DissolutionRows() {}

    /** A line for each kind, also where nothing of it ends; and that the area is free. */
    public static List<SummaryRow> of(List<DissolutionEffect> effects, AreaView area) {
        List<SummaryRow> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<String> words = words(effects, kind);
            String key = "committee.dissolution.effects." + kind;
            rows.add(
                    words.isEmpty()
                            ? SummaryRow.of(Messages.of(key), Messages.of(key + ".none"))
                            : SummaryRow.ofLines(Messages.of(key), words));
        }
        rows.add(SummaryRow.of(
                Messages.of("committee.dissolution.effects.area"),
                Messages.of("committee.dissolution.effects.area.free", area.name(), area.code())));
        return rows;
    }

    static List<String> words(List<DissolutionEffect> effects, Kind kind) {
        return effects.stream()
                .filter(effect -> effect.kind() == kind)
                .map(DissolutionEffect::words)
                .toList();
    }
}
