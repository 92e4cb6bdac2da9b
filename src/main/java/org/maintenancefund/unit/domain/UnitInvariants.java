package org.maintenancefund.unit.domain;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of 房屋底册 beyond its constraints. */
@Component
class UnitInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "unit-facts",
                        "SELECT u.number FROM unit u"
                                + " WHERE NOT EXISTS (SELECT FROM unit_version v WHERE v.unit_id = u.id)"),
                new Invariant(
                        "merge-units",
                        "SELECT u.number FROM unit u JOIN named_area a ON a.id = u.area_id WHERE a.state <> 'ACTIVE'"),
                new Invariant(
                        "merge-openings",
                        "SELECT u.number, l.balance FROM opening_line l JOIN opening_sheet s ON s.id = l.sheet_id"
                                + " JOIN unit u ON u.id = l.unit_id WHERE s.area_id <> u.area_id"));
    }
}
