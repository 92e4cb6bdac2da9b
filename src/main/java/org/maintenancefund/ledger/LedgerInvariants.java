package org.maintenancefund.ledger;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of the books beyond their constraints. */
@Component
class LedgerInvariants implements InvariantSource {

    private static final String SUMS =
            "SELECT p.entry_id, count(*) AS told, sum(p.amount) AS total FROM ledger_posting p"
                    + " GROUP BY p.entry_id";

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "ledger-entry-zero",
                        "SELECT e.number, s.told, s.total FROM ledger_entry e LEFT JOIN (" + SUMS
                                + ") s ON s.entry_id = e.id"
                                + " WHERE s.told IS DISTINCT FROM e.postings OR s.total <> 0"),
                new Invariant(
                        "household-balance",
                        "SELECT coalesce(b.unit_id, s.unit_id) AS unit_id, b.balance, s.total FROM household_balance b"
                                + " FULL JOIN (SELECT h.unit_id, h.account_id, sum(h.amount) AS total FROM household_posting h"
                                + " GROUP BY h.unit_id, h.account_id) s ON (s.unit_id, s.account_id) = (b.unit_id, b.account_id)"
                                + " WHERE b.balance IS DISTINCT FROM s.total"),
                new Invariant(
                        "fund-account-equation",
                        "SELECT a.account_id, a.total FROM (SELECT e.account_id, sum(p.amount) AS total FROM ledger_posting p"
                                + " JOIN ledger_entry e ON e.id = p.entry_id WHERE p.part <> 'HOUSEHOLD' GROUP BY e.account_id) a"
                                + " LEFT JOIN (SELECT b.account_id, sum(b.balance) AS total FROM household_balance b"
                                + " GROUP BY b.account_id) h ON h.account_id = a.account_id"
                                + " WHERE a.total <> coalesce(h.total, 0)"),
                new Invariant(
                        "ledger-reversal-exact",
                        "SELECT n.number FROM ledger_entry n JOIN ledger_entry e ON e.id = n.reverses"
                                + " WHERE e.reverses IS NOT NULL OR (e.account_id, e.kind) <> (n.account_id, n.kind)"
                                + " OR EXISTS (SELECT FROM (SELECT * FROM ledger_posting WHERE entry_id = e.id) p"
                                + " FULL JOIN (SELECT * FROM ledger_posting WHERE entry_id = n.id) q ON q.place = p.place"
                                + " WHERE (q.part, q.unit_id, -q.amount) IS DISTINCT FROM (p.part, p.unit_id, p.amount))"),
                new Invariant(
                        "ledger-reversed-once",
                        "SELECT n.reverses, count(*) AS times FROM ledger_entry n WHERE n.reverses IS NOT NULL"
                                + " GROUP BY n.reverses HAVING count(*) > 1"),
                new Invariant(
                        "ledger-period-open",
                        "SELECT e.number, m.month FROM ledger_entry e JOIN accounting_period m ON m.month = e.period"
                                + " WHERE m.state <> 'OPEN' AND e.posted_at > m.since"),
                new Invariant(
                        "ledger-period-of-day",
                        "SELECT e.number FROM ledger_entry e WHERE e.period < date_trunc('month', e.day::timestamp)"),
                new Invariant(
                        "ledger-two-people",
                        "SELECT e.number FROM ledger_entry e WHERE e.checker = e.maker"
                                + " OR e.checker IS NULL AND (e.kind <> 'BANK_LINE' OR e.reverses IS NOT NULL)"),
                new Invariant(
                        "ledger-numbers-whole",
                        "SELECT c.period, c.last, n.entries FROM ledger_counter c LEFT JOIN (SELECT e.period, count(*) AS entries"
                                + " FROM ledger_entry e GROUP BY e.period) n ON n.period = c.period"
                                + " WHERE n.entries IS DISTINCT FROM c.last"));
    }
}
