package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.QueueRow;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.sheet.SheetColumn;

/** What of a queue goes out as a spreadsheet. */
final class QueueColumns {

    private QueueColumns() {}

    static List<SheetColumn<QueueRow>> of(ApplicationKind kind) {
        List<SheetColumn<QueueRow>> columns = new ArrayList<>(List.of(
                SheetColumn.of("application.column.number", QueueRow::number),
                new SheetColumn<>(kind.titleLabel(), QueueRow::title),
                new SheetColumn<>(kind.subjectLabel(), row -> row.subjectName().name())));
        if (kind.byStreet()) {
            columns.add(SheetColumn.of(
                    "application.column.street", row -> row.subjectName().detail()));
        }
        kind.tagLabel().ifPresent(label -> columns.add(new SheetColumn<>(label, QueueRow::tag)));
        columns.addAll(List.of(
                SheetColumn.of("application.column.contactName", QueueRow::contactName),
                SheetColumn.of(
                        "application.column.contactMobile",
                        row -> row.contactMobile().masked()),
                SheetColumn.of("application.column.submitted", row -> Times.minute(row.submittedAt())),
                SheetColumn.of("application.column.round", QueueRow::round),
                SheetColumn.of("application.column.due", QueueRow::dueOn),
                SheetColumn.of(
                        "application.column.waited", row -> row.status() == ReviewStatus.PENDING ? row.waited() : null),
                SheetColumn.of("application.column.status", row -> row.status().label()),
                SheetColumn.of("application.column.told", QueueColumns::told)));
        return columns;
    }

    private static String told(QueueRow row) {
        return row.told()
                ? Messages.of("application.told.yes")
                : ReviewAction.TELL.isPossibleIn(row.status()) ? Messages.of("application.told.no") : "";
    }
}
