package org.maintenancefund.bank;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of the bank's lines beyond their constraints. */
@Component
class BankInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "bank-lines-chain",
                        "SELECT l.account_id, l.sequence FROM bank_line l LEFT JOIN bank_line p"
                                + " ON p.account_id = l.account_id AND p.sequence = l.sequence - 1"
                                + " WHERE l.sequence > 1 AND l.before IS DISTINCT FROM p.balance OR l.before + l.amount <> l.balance"),
                new Invariant(
                        "bank-ledger-balance",
                        "SELECT d.account_id, d.day, d.balance FROM (SELECT DISTINCT ON (l.account_id, l.day) l.account_id, l.day, l.balance"
                                + " FROM bank_line l ORDER BY l.account_id, l.day, l.sequence DESC) d LEFT JOIN (SELECT p.account_id, p.day,"
                                + " sum(sum(p.amount)) OVER (PARTITION BY p.account_id ORDER BY p.day) AS total FROM account_posting p"
                                + " WHERE p.part = 'BANK' GROUP BY p.account_id, p.day) b ON b.account_id = d.account_id AND b.day = d.day"
                                + " WHERE b.total IS DISTINCT FROM d.balance"),
                new Invariant(
                        "bank-ledger-last",
                        "SELECT d.account_id, d.balance FROM (SELECT DISTINCT ON (l.account_id) l.account_id, l.balance FROM bank_line l"
                                + " ORDER BY l.account_id, l.sequence DESC) d WHERE d.balance IS DISTINCT FROM"
                                + " (SELECT sum(p.amount) FROM account_posting p WHERE p.account_id = d.account_id AND p.part = 'BANK')"),
                new Invariant(
                        "bank-import-lines",
                        "SELECT i.id, i.filename FROM bank_import i LEFT JOIN (SELECT l.import_id, count(*) AS lines, sum(l.amount) AS total"
                                + " FROM bank_line l GROUP BY l.import_id) told ON told.import_id = i.id"
                                + " WHERE CASE i.state WHEN 'CONFIRMED' THEN (told.lines, told.total) IS DISTINCT FROM"
                                + " (i.line_count - i.known_count, CAST(i.income - i.expense AS numeric)) ELSE told.lines IS NOT NULL END"),
                new Invariant(
                        "bank-assignment-live",
                        "SELECT l.id, l.state FROM bank_line l LEFT JOIN bank_assignment a"
                                + " ON a.line_id = l.id AND a.state IN ('PROPOSED', 'CONFIRMED')"
                                + " LEFT JOIN bank_assignment r ON r.returns_line_id = l.id AND r.state = 'CONFIRMED'"
                                + " WHERE l.state <> CASE WHEN r.id IS NOT NULL OR a.state = 'CONFIRMED' THEN 'SETTLED'"
                                + " WHEN a.state = 'PROPOSED' THEN 'PROPOSED' ELSE 'OPEN' END"
                                + " OR l.kind <> coalesce(a.kind, CASE WHEN r.id IS NOT NULL THEN 'RETURNED' END, 'PENDING')"),
                new Invariant(
                        "bank-assignment-sum",
                        "SELECT a.id FROM bank_assignment a JOIN bank_line l ON l.id = a.line_id LEFT JOIN (SELECT x.assignment_id,"
                                + " sum(x.amount) AS total FROM bank_assignment_slip x GROUP BY x.assignment_id) told"
                                + " ON told.assignment_id = a.id WHERE coalesce(told.total, 0)"
                                + " <> CASE a.kind WHEN 'REMITTANCE' THEN l.amount ELSE 0 END"),
                new Invariant(
                        "bank-units-sum",
                        "SELECT a.id FROM bank_assignment a JOIN bank_line l ON l.id = a.line_id LEFT JOIN (SELECT u.assignment_id,"
                                + " sum(u.amount) AS total FROM bank_assignment_unit u GROUP BY u.assignment_id) told"
                                + " ON told.assignment_id = a.id WHERE coalesce(told.total, 0)"
                                + " <> CASE a.kind WHEN 'FIRST_DEPOSIT' THEN l.amount ELSE 0 END"),
                new Invariant(
                        "bank-owner-payment",
                        "SELECT a.id, a.entry FROM bank_assignment a JOIN bank_line l ON l.id = a.line_id LEFT JOIN straight_payment p"
                                + " ON p.entry = a.entry AND p.live WHERE a.kind = 'OWNER_PAYMENT' AND a.state = 'CONFIRMED'"
                                + " AND (p.unit_id, p.account_id, p.amount) IS DISTINCT FROM (a.unit_id, l.account_id, l.amount)"),
                new Invariant(
                        "bank-assignment-two-people",
                        "SELECT a.id FROM bank_assignment a WHERE a.state IN ('CONFIRMED', 'UNDONE') AND a.decided_by = a.proposed_by"),
                new Invariant(
                        "bank-slip-arrived",
                        // Of accounts whose statements are imported: nothing else says that money has arrived there.
                        "SELECT s.number, s.arrived FROM remittance_slip_named s LEFT JOIN (SELECT x.slip_id, sum(x.amount) AS matched"
                                + " FROM bank_assignment_slip x JOIN bank_assignment a ON a.id = x.assignment_id"
                                + " WHERE a.state = 'CONFIRMED' GROUP BY x.slip_id) told ON told.slip_id = s.id"
                                + " WHERE s.arrived <> coalesce(told.matched, 0)"
                                + " AND EXISTS (SELECT FROM bank_line l WHERE l.account_id = s.account_id)"));
    }
}
