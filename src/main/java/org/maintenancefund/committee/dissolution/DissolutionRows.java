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

    /** Before the approval: what would end, and that the area would be free. */
    static List<SummaryRow> foreseen(List<DissolutionEffect> effects, AreaView area) {
        List<SummaryRow> rows = of(effects);
        rows.add(SummaryRow.of(
                Messages.of("committee.dissolution.effects.area"),
                Messages.of("committee.dissolution.effects.area.free", area.name(), area.code())));
        return rows;
    }

    /** A line for each kind, also where nothing of it ends. */
    public static List<SummaryRow> of(List<DissolutionEffect> effects) {
        List<SummaryRow> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<String> words = words(effects, kind);
            String key = "committee.dissolution.effects." + kind;
            rows.add(
                    words.isEmpty()
                            ? SummaryRow.of(Messages.of(key), Messages.of(key + ".none"))
                            : SummaryRow.ofLines(Messages.of(key), words));
        }
        return rows;
    }

    static List<String> words(List<DissolutionEffect> effects, Kind kind) {
        return effects.stream()
                .filter(effect -> effect.kind() == kind)
                .map(DissolutionEffect::words)
                .toList();
    }
}
