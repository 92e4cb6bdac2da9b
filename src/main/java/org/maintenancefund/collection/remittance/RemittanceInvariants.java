package org.maintenancefund.collection.remittance;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of what is handed over, beyond its constraints. */
@Component
class RemittanceInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "receipt-declared",
                        "SELECT r.number, r.declared FROM receipt r LEFT JOIN declared_receipt x ON x.receipt_id = r.id AND x.live"
                                + " WHERE r.declared <> (x.receipt_id IS NOT NULL)"),
                new Invariant(
                        "declared-once",
                        "SELECT x.receipt_id FROM declared_receipt x WHERE x.live GROUP BY x.receipt_id HAVING count(*) > 1"),
                new Invariant(
                        "declaration-sum",
                        "SELECT d.number, d.amount, d.receipts, d.amount_days FROM declaration d LEFT JOIN (SELECT x.declaration_id,"
                                + " sum(r.amount) AS amount, count(*) AS receipts, sum(r.amount * (r.received_on - q.first_day)) AS days"
                                + " FROM declared_receipt x JOIN declaration q ON q.id = x.declaration_id"
                                + " JOIN receipt r ON r.id = x.receipt_id GROUP BY x.declaration_id) told ON told.declaration_id = d.id"
                                + " WHERE (told.amount, told.receipts, told.days) IS DISTINCT FROM"
                                + " (d.amount, CAST(d.receipts AS bigint), d.amount_days)"),
                new Invariant(
                        "declared-live",
                        "SELECT d.number, x.receipt_id FROM declared_receipt x JOIN declaration d ON d.id = x.declaration_id"
                                + " JOIN receipt r ON r.id = x.receipt_id WHERE x.live <> (d.state <> 'TAKEN_BACK')"
                                + " OR x.live AND d.state <> 'BOOKED' AND r.reversed"
                                + " OR x.live AND (r.area_id, r.enterprise_id) <> (d.area_id, d.enterprise_id)"),
                new Invariant(
                        "slip-sum",
                        "SELECT s.number, s.amount FROM remittance_slip s LEFT JOIN (SELECT d.slip_id, sum(d.amount) AS amount,"
                                + " sum(d.receipts) AS receipts FROM declaration d WHERE d.slip_id IS NOT NULL GROUP BY d.slip_id) told"
                                + " ON told.slip_id = s.id WHERE s.state <> 'VOIDED'"
                                + " AND (told.amount, told.receipts) IS DISTINCT FROM (s.amount, CAST(s.receipts AS bigint))"
                                + " OR s.state = 'VOIDED' AND told.slip_id IS NOT NULL"),
                new Invariant(
                        "slip-of-company",
                        "SELECT s.number, d.number AS declaration FROM declaration d JOIN remittance_slip s ON s.id = d.slip_id"
                                + " WHERE s.enterprise_id <> d.enterprise_id"
                                + " OR (s.state = 'BOOKED') <> (d.state = 'BOOKED')"),
                new Invariant(
                        "slip-arrived",
                        "SELECT s.number, s.arrived FROM remittance_slip s LEFT JOIN (SELECT a.slip_id, sum(a.amount) AS amount"
                                + " FROM remittance_arrival a GROUP BY a.slip_id) told ON told.slip_id = s.id"
                                + " WHERE s.arrived <> coalesce(told.amount, 0)"),
                new Invariant(
                        "slip-booked",
                        "SELECT s.number, s.entry FROM remittance_slip s LEFT JOIN (SELECT p.number, p.account_id,"
                                + " sum(p.amount) AS amount FROM household_posting p WHERE p.kind = 'SLIP_BOOKED'"
                                + " GROUP BY p.number, p.account_id) told ON told.number = s.entry WHERE s.state = 'BOOKED'"
                                + " AND (told.amount, told.account_id) IS DISTINCT FROM (s.amount, s.account_id)"),
                new Invariant(
                        "held-by-company",
                        "SELECT r.area_id, r.enterprise_id FROM (SELECT r.area_id, r.enterprise_id, sum(r.amount) AS received,"
                                + " sum(r.amount) FILTER (WHERE NOT r.declared AND NOT r.reversed AND r.reverses IS NULL) AS undeclared"
                                + " FROM receipt r WHERE r.enterprise_id IS NOT NULL GROUP BY r.area_id, r.enterprise_id) r LEFT JOIN (SELECT d.area_id, d.enterprise_id,"
                                + " sum(d.amount) FILTER (WHERE d.state IN ('PROPOSED', 'CONFIRMED')) AS underway,"
                                + " sum(d.amount - coalesce(gone.amount, 0)) FILTER (WHERE d.state = 'BOOKED') AS booked"
                                + " FROM declaration d LEFT JOIN (SELECT x.declaration_id, sum(x.amount) AS amount FROM declared_receipt x"
                                + " JOIN receipt n ON n.id = x.receipt_id WHERE x.live AND n.reversed GROUP BY x.declaration_id) gone"
                                + " ON gone.declaration_id = d.id GROUP BY d.area_id, d.enterprise_id) d"
                                + " ON d.area_id = r.area_id AND d.enterprise_id = r.enterprise_id"
                                + " WHERE r.received - coalesce(d.booked, 0) <> coalesce(r.undeclared, 0) + coalesce(d.underway, 0)"),
                new Invariant(
                        "declaration-two-people",
                        "SELECT d.number FROM declaration d WHERE d.confirmed_by = d.proposed_by"));
    }
}
