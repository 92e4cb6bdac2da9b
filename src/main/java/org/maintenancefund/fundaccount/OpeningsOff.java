package org.maintenancefund.fundaccount;

import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceSource;
import org.springframework.stereotype.Component;

/**
 * Accounts whose households began with more than lay in them by the bank's paper: a difference at once. Less is none as long as areas may
 * still get the account.
 */
@Component
class OpeningsOff implements DifferenceSource {

    @Override
    public DifferenceKind kind() {
        return DifferenceKind.OPENING_OFF;
    }

    @Override
    public String sql() {
        return "SELECT f.number AS reference, f.bank || ' ' || right(f.number, 4) AS subject, f.id AS account_id,"
                + " NULL::uuid AS area_id, NULL::uuid AS company_id, NULL::uuid AS district_id,"
                + " CAST(sum(p.amount) AS bigint) AS amount, max(p.day) AS day, '/fund-accounts/' || f.id AS link"
                + " FROM fund_account f JOIN account_posting p ON p.account_id = f.id AND p.part = 'OPENING'"
                + " WHERE p.day <= :until GROUP BY f.id HAVING sum(p.amount) > 0";
    }

    @Override
    public int patience() {
        return 0;
    }
}
