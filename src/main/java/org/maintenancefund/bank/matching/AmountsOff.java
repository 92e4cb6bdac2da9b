package org.maintenancefund.bank.matching;

import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceSource;
import org.springframework.stereotype.Component;

/** Lines that name a slip which is waited for, and don't come to its amount: a difference at once. */
@Component
class AmountsOff implements DifferenceSource {

    @Override
    public DifferenceKind kind() {
        return DifferenceKind.AMOUNT_OFF;
    }

    @Override
    public String sql() {
        return "SELECT " + UnmatchedLines.NAMED + ", min(s.enterprise_id::text)::uuid AS company_id,"
                + " min(s.district_id::text)::uuid AS district_id, l.amount - CAST(sum(s.amount - s.arrived) AS bigint) AS amount, l.day,"
                + " '/bank/lines/' || l.id AS link" + UnmatchedLines.FROM
                + " CROSS JOIN LATERAL unnest(l.slip_numbers) AS n (number) JOIN remittance_slip_named s ON s.number = n.number"
                + " AND s.account_id = l.account_id AND s.state IN ('SUBMITTED', 'PARTLY_ARRIVED')"
                + " WHERE l.state = 'OPEN' AND l.amount > 0 AND l.day <= :until GROUP BY l.id, a.number"
                + " HAVING sum(s.amount - s.arrived) <> l.amount";
    }

    @Override
    public int patience() {
        return 0;
    }
}
