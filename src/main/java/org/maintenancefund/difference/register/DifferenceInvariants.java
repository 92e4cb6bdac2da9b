package org.maintenancefund.difference.register;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What holds of the differences. */
@Component
class DifferenceInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "difference-owned",
                        "SELECT d.number, d.owner, d.due_on FROM difference d WHERE d.state <> 'SETTLED'"
                                + " AND (d.due_on IS NULL OR d.owner IS NULL OR d.owner = 'DISTRICT'"
                                + " AND NOT EXISTS (SELECT FROM district_centre c WHERE c.id = d.district_id))"),
                new Invariant(
                        "difference-told",
                        "SELECT d.number, d.state, said.actions FROM difference d LEFT JOIN (SELECT r.number,"
                                + " array_agg(r.action) AS actions FROM difference_remark r GROUP BY r.number) said"
                                + " ON said.number = d.number WHERE NOT coalesce('RAISED' = ANY (said.actions)"
                                + " AND (d.state = 'OPEN' OR d.settled_by IS NULL AND d.state = 'SETTLED'"
                                + " OR 'EXPLAINED' = ANY (said.actions))"
                                + " AND (d.state <> 'SETTLED' OR 'SETTLED' = ANY (said.actions)), false)"));
    }
}
