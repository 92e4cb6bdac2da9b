package org.maintenancefund.bank.template;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;

/** Templates in the words of their pages. */
final class StatementTemplatePages {

    private static final int SHOWN = 3;

    private StatementTemplatePages() {}

    /**
     * A column of a sample.
     *
     * @param values the first that stand in it
     */
    record Column(int place, String heading, String values) {}

    static List<Column> columns(StatementSample sample) {
        List<Column> columns = new ArrayList<>();
        List<String> headings = sample.headings();
        for (int place = 0; place < headings.size(); place++) {
            int of = place;
            columns.add(new Column(
                    place,
                    headings.get(place),
                    String.join(
                            " | ",
                            sample.below().stream()
                                    .map(row -> row.cell(of))
                                    .filter(text -> !ChineseText.isBlank(text))
                                    .limit(SHOWN)
                                    .toList())));
        }
        return columns;
    }

    static RecordTable table(List<StatementTemplate> all) {
        return RecordTable.of(
                "bank.template.list",
                all.stream()
                        .map(template -> RecordTable.Row.of(
                                Cell.of(template.name()),
                                Cell.of(template.edition()),
                                Cell.of(template.layout().sign().label()),
                                Cell.of(template.layout().account().label()),
                                Cell.of(
                                        template.madeBy() == null
                                                ? Messages.of("bank.template.shipped")
                                                : template.madeBy())))
                        .toList(),
                all.size());
    }

    /** As it would be, were it saved. */
    static StatementTemplate trial(String name, StatementLayout layout) {
        return new StatementTemplate(new UUID(0, 0), name, 1, layout, null);
    }
}
