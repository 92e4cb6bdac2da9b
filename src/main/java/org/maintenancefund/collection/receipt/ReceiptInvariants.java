package org.maintenancefund.collection.receipt;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of receipts beyond their constraints. */
@Component
class ReceiptInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "receipt-allocated",
                        "SELECT r.number, r.allocated FROM receipt r LEFT JOIN (SELECT a.receipt_id, sum(a.amount) AS paid"
                                + " FROM receipt_allocation a GROUP BY a.receipt_id) told ON told.receipt_id = r.id"
                                + " WHERE r.allocated <> coalesce(told.paid, 0)"),
                new Invariant(
                        "bill-allocated",
                        "SELECT b.unit_id, b.period, b.allocated FROM issued_bill b"
                                + " LEFT JOIN (SELECT a.unit_id, a.period, sum(a.amount) AS paid"
                                + " FROM receipt_allocation a GROUP BY a.unit_id, a.period) told"
                                + " ON told.unit_id = b.unit_id AND told.period = b.period"
                                + " WHERE b.allocated <> coalesce(told.paid, 0)"),
                new Invariant(
                        "allocation-of-unit",
                        "SELECT r.number, a.unit_id FROM receipt_allocation a JOIN receipt r ON r.id = a.receipt_id"
                                + " WHERE a.unit_id <> r.unit_id"),
                new Invariant(
                        "nothing-left-while-owed",
                        "SELECT r.number FROM receipt r WHERE " + ReceiptAllocations.PREPAID
                                + " AND EXISTS (SELECT FROM bill_open o WHERE o.unit_id = r.unit_id)"),
                new Invariant(
                        "reversal-exact",
                        "SELECT n.number FROM receipt n JOIN receipt r ON r.id = n.reverses"
                                + " WHERE (n.unit_id, n.amount, n.organisation_id, n.enterprise_id)"
                                + " IS DISTINCT FROM (r.unit_id, -r.amount, r.organisation_id, r.enterprise_id)"),
                new Invariant(
                        "receipt-of-mandate",
                        "SELECT r.number FROM receipt r JOIN area_collected m ON m.mandate_id = r.mandate_id"
                                + " WHERE m.enterprise_id <> r.enterprise_id"),
                new Invariant(
                        "straight-receipt",
                        // What is reversed has the exact negative in the books, too.
                        "SELECT r.number, r.entry FROM receipt r LEFT JOIN household_posting p ON p.number = r.entry"
                                + " WHERE r.account_id IS NOT NULL AND (p.kind, p.unit_id, p.account_id, p.amount, p.reversal)"
                                + " IS DISTINCT FROM ('OWNER_PAYMENT', r.unit_id, r.account_id, r.amount, r.reverses IS NOT NULL)"),
                new Invariant(
                        "merge-receipts",
                        "SELECT r.number, r.amount FROM receipt r JOIN named_unit u ON u.unit_id = r.unit_id"
                                + " WHERE u.area_id <> r.area_id"),
                new Invariant(
                        "reversal-two-people",
                        "SELECT v.id FROM receipt_reversal v WHERE v.decided_by = v.proposed_by"),
                new Invariant(
                        "receipt-month",
                        "SELECT month, area_id, enterprise_id FROM receipt_month m FULL JOIN (SELECT month_of(r.received_on) AS month,"
                                + " r.area_id, r.enterprise_id, count(*) AS told, sum(r.amount) AS sum FROM receipt r"
                                + " WHERE r.enterprise_id IS NOT NULL GROUP BY 1, 2, 3)"
                                + " AS r USING (month, area_id, enterprise_id)"
                                + " WHERE coalesce(m.receipts, 0) <> coalesce(r.told, 0) OR coalesce(m.amount, 0) <> coalesce(r.sum, 0)"),
                new Invariant(
                        "reversed-once",
                        "SELECT r.number FROM receipt r"
                                + " WHERE r.reversed <> EXISTS (SELECT FROM receipt n WHERE n.reverses = r.id)"));
    }
}
