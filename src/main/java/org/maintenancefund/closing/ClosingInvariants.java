package org.maintenancefund.closing;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/**
 * What holds of the snapshots. Units are read of the month that was closed last: three million rows a month, which nothing changes
 * afterwards; of the months before, what their areas come to.
 */
@Component
class ClosingInvariants implements InvariantSource {

    private static final String LAST = "(SELECT max(c.month) FROM period_closing c WHERE c.state = 'CONFIRMED')";

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "snapshot-hash",
                        "SELECT coalesce(a.area_id, s.area_id) AS area_id, a.sha256 AS told, s.sha256 AS found"
                                + " FROM (SELECT * FROM closing_area WHERE month = " + LAST + ") a"
                                + " FULL JOIN (SELECT * FROM closing_area_sum WHERE month = " + LAST + ") s"
                                + " ON s.area_id = a.area_id WHERE (a.units, a.balance, a.posted, a.billed, a.paid, a.open, a.sha256)"
                                + " IS DISTINCT FROM (s.units, s.balance, s.posted, s.billed, s.paid, s.open, s.sha256)"),
                new Invariant(
                        "snapshot-city-hash",
                        "SELECT c.month, c.sha256 AS told, h.sha256 AS found FROM period_closing c"
                                + " LEFT JOIN closing_hash h ON h.month = c.month WHERE c.state = 'CONFIRMED'"
                                + " AND c.sha256 <> coalesce(h.sha256, encode(sha256(''), 'hex'))"),
                new Invariant(
                        "snapshot-carries",
                        "SELECT n.unit_id, n.balance, n.posted, p.balance AS before FROM closing_unit n"
                                + " JOIN closing_unit p ON p.month = (n.month - INTERVAL '1 month')::date AND p.unit_id = n.unit_id"
                                + " WHERE n.month = " + LAST + " AND n.balance <> p.balance + n.posted"),
                new Invariant(
                        "closing-signed",
                        "SELECT c.month, c.state FROM period_closing c WHERE c.state = 'CONFIRMED' AND (c.ended_by = c.begun_by"
                                + " OR EXISTS (SELECT FROM closing_account a LEFT JOIN reconciliation r ON r.closing_id = a.closing_id"
                                + " AND r.account_id = a.account_id WHERE a.closing_id = c.id AND (r.signed_by IS NULL"
                                + " OR r.signed_by = r.made_by OR r.adjusted_bank <> r.adjusted_books)))"));
    }
}
