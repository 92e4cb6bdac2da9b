package org.maintenancefund.disclosure.reminder.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.disclosure.reminder.DeliveryWay;
import org.maintenancefund.disclosure.reminder.ReminderBatch;
import org.maintenancefund.disclosure.reminder.ReminderLine;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;

/** Reminders in the words of the pages. */
public final class ReminderRows {

    private ReminderRows() {}

    /** What a batch was narrowed down to, and who made it. */
    static List<SummaryRow> of(ReminderBatch batch) {
        return List.of(
                row(
                        "building",
                        batch.building() == null ? Messages.of("disclosure.reminder.all-buildings") : batch.building()),
                row("sold", batch.sold().label()),
                row("months", Messages.of("disclosure.reminder.months-at-least", batch.months())),
                row(
                        "amount",
                        batch.amount().isZero()
                                ? Messages.of("disclosure.reminder.any-amount")
                                : Messages.of("disclosure.reminder.amount-at-least", batch.amount())),
                row("payBy", batch.payBy()),
                row("made", batch.madeByName()).withNote(Times.minute(batch.madeAt())));
    }

    static List<SummaryRow> of(ReminderLine line) {
        return List.of(
                row("unit", line.unitNamed()).withNote(line.unitNumber()),
                row("payer", line.payer()),
                row("stretch", line.stretch()),
                row("owed", line.amount()),
                row("paidSince", line.paidSince()),
                row("stillOpen", line.stillOpen()));
    }

    /** For the page of a unit and that of its owner. */
    public static RecordTable table(List<ReminderLine> lines, boolean led) {
        List<Row> rows = lines.stream()
                .map(line -> Row.of(
                        Cell.of(line.madeOn())
                                .under(led ? null : line.number())
                                .to(led ? ReminderPaths.reminder(line.batch(), line.place()) : null),
                        Cell.of(line.stretch()),
                        Cell.of(line.amount()),
                        Cell.of(
                                line.delivered() == null
                                        ? Messages.of("disclosure.reminder.not-delivered")
                                        : line.delivered())))
                .toList();
        return RecordTable.of("disclosure.reminders", rows, rows.size());
    }

    static List<Option> ways() {
        return Stream.of(DeliveryWay.values())
                .map(way -> Option.of(way.name(), way.label()))
                .toList();
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("disclosure.reminder.field." + field), value);
    }
}
