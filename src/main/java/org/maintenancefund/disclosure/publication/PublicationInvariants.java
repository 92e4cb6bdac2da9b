package org.maintenancefund.disclosure.publication;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of publications beyond their constraints. */
@Component
class PublicationInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(new Invariant(
                "publication-doors",
                "SELECT f.area_id, f.month FROM publication f LEFT JOIN (SELECT d.area_id, d.month, sum(d.open) AS open"
                        + " FROM publication_door d GROUP BY d.area_id, d.month) told ON (told.area_id, told.month) = (f.area_id, f.month)"
                        + " WHERE coalesce(told.open, 0) <> CASE WHEN f.doors THEN f.billed - f.settled ELSE 0 END"));
    }
}
