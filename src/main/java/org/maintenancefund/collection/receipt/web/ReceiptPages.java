package org.maintenancefund.collection.receipt.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;

/** Receipts in the words of the pages, and where these are. */
final class ReceiptPages {

    private ReceiptPages() {}

    static String list(AreaId area) {
        return ReceiptAreaController.PATH + "/areas/" + area;
    }

    static String counter(AreaId area) {
        return list(area) + "/counter";
    }

    static String path(ReceiptNumber number) {
        return ReceiptAreaController.PATH + "/" + number;
    }

    /** The list of the area, then what is told. */
    static List<Crumb> crumbs(AreaView area, Crumb... below) {
        return Stream.concat(Stream.of(new Crumb(area.name(), list(area.id()))), Stream.of(below))
                .toList();
    }

    static Crumb crumb(ReceiptNumber number) {
        return new Crumb(number.toString(), path(number));
    }

    /** @param unitSeen whether the reader may open the page of the unit */
    static List<SummaryRow> summary(ReceiptView receipt, AreaView area, boolean unitSeen) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                row("area", area.name() + "（" + area.code() + "）"),
                row("unit", receipt.unitNamed()).leadingTo(unitSeen ? "/units/" + receipt.unit() : null),
                row("amount", receipt.amount()),
                row("day", receipt.receivedOn()).withNote(Messages.of("collection.lands-in", receipt.period())),
                row("way", receipt.way().label()),
                row(
                        "payer",
                        Messages.of(
                                "collection.payer.words",
                                receipt.payer(),
                                receipt.from().label())),
                row("organisation", receipt.isStraight() ? Messages.of("collection.straight") : receipt.organisation()),
                row("externalNumber", receipt.externalNumber()),
                row("fiscalNumber", receipt.fiscalNumber()),
                row("note", receipt.note()),
                row("recorded", receipt.recordedByName()).withNote(Times.minute(receipt.recordedAt()))));
        if (receipt.state().isLive()) {
            rows.add(stage(receipt));
        }
        link(rows, "reverses", receipt.reverses());
        link(rows, "reversedBy", receipt.reversedBy());
        return rows;
    }

    /** The months that it pays, and what is left of it. */
    static RecordTable paid(ReceiptView receipt) {
        List<Row> rows = new ArrayList<>(receipt.paid().stream()
                .map(paid -> Row.of(Cell.of(paid.month()), Cell.of(paid.formula()), Cell.of(paid.amount())))
                .toList());
        if (receipt.left().isPositive()) {
            rows.add(Row.of(
                    Cell.of(Messages.of("collection.prepaid")),
                    Cell.of(Messages.of("collection.prepaid.text")),
                    Cell.of(receipt.left())));
        }
        return RecordTable.of("collection.paid", rows, rows.size());
    }

    /** How far it is, with the day and the declaration it is in. */
    private static SummaryRow stage(ReceiptView receipt) {
        SummaryRow row = row("stage", receipt.stage().label());
        ReceiptView.HandedOver way = receipt.handedOver();
        if (way == null) {
            return row;
        }
        LocalDate day = way.bookedOn() == null ? way.arrivedOn() : way.bookedOn();
        if (receipt.isStraight()) {
            return row.withNote(Messages.of("collection.stage.straight", day == null ? "" : day));
        }
        return row.withNote(Messages.of(
                        day == null ? "collection.stage.declared" : "collection.stage.since",
                        way.slip() == null ? way.declaration() : way.declaration() + "，" + way.slip(),
                        day == null ? "" : day))
                .leadingTo("/collection/declarations/" + way.declaration());
    }

    private static void link(List<SummaryRow> rows, String field, @Nullable ReceiptNumber other) {
        if (other != null) {
            rows.add(row(field, other).leadingTo(path(other)));
        }
    }

    static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("collection.field." + field), value);
    }

    /** What the person has to pay: what is open without what is paid ahead. */
    static Money owed(Money open, Money prepaid) {
        return open.compareTo(prepaid) > 0 ? open.minus(prepaid) : Money.ZERO;
    }
}
