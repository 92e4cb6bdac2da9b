package org.maintenancefund.fundaccount;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of accounts and of what they began with, beyond their constraints. */
@Component
class FundAccountInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "fund-account-two-people",
                        "SELECT f.number FROM fund_account f WHERE f.decided_by = f.proposed_by"
                                + " OR f.state = 'CONFIRMED' AND f.decided_by IS NULL"),
                new Invariant(
                        "account-opening-booked",
                        "SELECT f.number, f.opening_balance, o.total FROM fund_account f LEFT JOIN (SELECT o.account_id,"
                                + " sum(o.amount) AS total FROM account_opening_booked o GROUP BY o.account_id) o"
                                + " ON o.account_id = f.id WHERE f.state = 'CONFIRMED' AND f.opening_balance <> coalesce(o.total, 0)"),
                new Invariant(
                        "area-opening-booked",
                        "SELECT o.sheet_id, o.entry FROM area_opening o JOIN unit_opening_balance b ON b.sheet_id = o.sheet_id"
                                + " LEFT JOIN household_posting h ON h.number = o.entry AND h.unit_id = b.unit_id AND h.kind = 'AREA_OPENING'"
                                + " WHERE b.balance <> coalesce(h.amount, 0)"),
                new Invariant(
                        "area-opening-waits-for-account",
                        "SELECT o.sheet_id FROM approved_opening o WHERE NOT EXISTS (SELECT FROM area_opening b"
                                + " WHERE b.sheet_id = o.sheet_id) AND EXISTS (SELECT FROM fund_account_area k"
                                + " WHERE k.area_id = o.area_id)"));
    }
}
