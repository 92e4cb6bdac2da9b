package org.maintenancefund.collection.handover;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of hand-overs beyond their constraints. */
@Component
class HandoverInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "handover-listed",
                        "SELECT h.number FROM handover h WHERE h.state IN ('HANDED_OVER', 'RECEIVED', 'RELEASED')"
                                + " AND ((SELECT count(*) FROM handover_matter m WHERE m.handover = h.number) <> "
                                + MatterKind.values().length
                                + " OR EXISTS (SELECT FROM handover_matter_unsaid u WHERE u.handover = h.number))"),
                new Invariant(
                        "handover-in-turn",
                        "SELECT n.number FROM handover n WHERE n.settled_at IS NOT NULL AND n.former_id <>"
                                + " (SELECT p.successor_id FROM handover p WHERE p.area_id = n.area_id"
                                + " AND p.settled_at < n.settled_at ORDER BY p.settled_at DESC LIMIT 1)"));
    }
}
