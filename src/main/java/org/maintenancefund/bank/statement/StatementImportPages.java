package org.maintenancefund.bank.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.SummaryRow;

/** Imports in the words of their pages. */
final class StatementImportPages {

    private StatementImportPages() {}

    static List<SummaryRow> summary(StatementImportView seen) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                row("account", seen.accountNamed()),
                row("template", seen.template()),
                row("new", Messages.of("bank.import.count", seen.fresh())),
                row(
                        "days",
                        seen.firstDay().equals(seen.lastDay())
                                ? seen.firstDay()
                                : Messages.of("bank.import.days", seen.firstDay(), seen.lastDay())),
                row("opening", seen.opening()),
                row("income", seen.income()),
                row("expense", seen.expense()),
                row("closing", seen.closing())));
        if (seen.known() > 0) {
            rows.add(3, row("known", Messages.of("bank.import.known", seen.known())));
        }
        if (!seen.unusedRows().isEmpty()) {
            rows.add(row("unused", Messages.of("bank.import.unused", seen.unusedRows())));
        }
        rows.add(row("uploaded", seen.uploadedBy()).withNote(Times.minute(seen.uploadedAt())));
        if (seen.decidedAt() != null) {
            rows.add(row("decided", seen.decidedBy()).withNote(Times.minute(seen.decidedAt())));
        }
        return rows;
    }

    /** The first of them. */
    static RecordTable table(List<StatementLine> lines) {
        return RecordTable.of(
                "bank.import.lines",
                lines.stream()
                        .limit(RecordTable.MOST)
                        .map(line -> RecordTable.Row.of(
                                Cell.of(line.day()).under(Messages.of("bank.import.row", line.row())),
                                Cell.of(line.amount()),
                                Cell.of(line.balance()),
                                Cell.of(line.counterparty()).under(line.counterpartyAccount()),
                                Cell.of(line.text()).under(line.serial())))
                        .toList(),
                lines.size());
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("bank.import.row." + field), value);
    }
}
