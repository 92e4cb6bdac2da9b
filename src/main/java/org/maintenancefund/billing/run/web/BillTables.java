package org.maintenancefund.billing.run.web;

import java.time.Instant;
import java.util.List;
import org.maintenancefund.billing.run.BillAdjustment;
import org.maintenancefund.billing.run.BillRow;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;

/** The bills of a unit and their adjustments as tables of a page. */
final class BillTables {

    private BillTables() {}

    static RecordTable months(List<BillRow> bills) {
        return months(bills, RecordTable.MOST);
    }

    /** The first of them, so many at most. */
    static RecordTable months(List<BillRow> bills, int most) {
        List<Row> rows = bills.stream()
                .limit(most)
                .map(bill -> Row.of(
                        Cell.of(bill.period()),
                        Cell.of(bill.amount()).under(bill.formula()),
                        Cell.of(bill.adjusted().isZero() ? "" : signed(bill.adjusted())),
                        Cell.of(bill.allocated()),
                        Cell.of(bill.open()),
                        Cell.tag(bill.state().tag(), bill.state().label())))
                .toList();
        return RecordTable.of("billing.bill.months", rows, bills.size());
    }

    static RecordTable adjustments(List<BillAdjustment> adjustments) {
        List<Row> rows = adjustments.stream()
                .limit(RecordTable.MOST)
                .map(BillTables::adjustment)
                .toList();
        return RecordTable.of("billing.adjustments", rows, adjustments.size());
    }

    private static Row adjustment(BillAdjustment adjustment) {
        Instant decided = adjustment.decidedAt();
        return Row.of(
                Cell.of(adjustment.period()),
                Cell.of(signed(adjustment.amount())),
                Cell.of(adjustment.reason()).under(adjustment.document()),
                Cell.tag(adjustment.state().tag(), adjustment.state().label()),
                Cell.of(adjustment.proposedByName()).under(Times.minute(adjustment.proposedAt())),
                Cell.of(adjustment.decidedByName()).under(decided == null ? null : Times.minute(decided)));
    }

    /** +12.50, -12.50. */
    static String signed(Money amount) {
        return amount.isPositive() ? "+" + amount : amount.toString();
    }
}
