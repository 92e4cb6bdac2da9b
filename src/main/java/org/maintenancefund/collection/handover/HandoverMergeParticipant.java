package org.maintenancefund.collection.handover;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hand-overs of areas that become one. One that is under way is ended first. Those that are done stay with the area they were of, for
 * the kept one has its own; they go along where the kept one is opened by the merge alone, and with it whose its collection is. Goes behind
 * 开通.
 */
@Component
@Order(62)
@RequiredArgsConstructor
class HandoverMergeParticipant implements AreaMergeParticipant {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** A hand-over with the area that it was of. Kept as JSON: a field may be added, never renamed. */
    record Moved(UUID area, String number) {}

    @Override
    public String name() {
        return "handovers";
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<AreaFact.Line> underway = jdbc.sql("SELECT h.number, a.name, a.district_id FROM handover h"
                        + " JOIN named_area a ON a.id = h.area_id WHERE h.area_id = ANY (:areas)"
                        + " AND h.state IN ('OPEN', 'HANDED_OVER', 'OBJECTED') ORDER BY h.number")
                .param("areas", ids(areas))
                .query((row, i) -> new AreaFact.Line(
                        row.getString("name") + " " + row.getString("number"),
                        "/collection/handovers/" + row.getString("number"),
                        new DistrictId(row.getObject("district_id", UUID.class))))
                .list();
        return underway.isEmpty()
                ? List.of()
                : List.of(new MergeBlocker(Messages.of("handover.merge.underway"), underway));
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Moved> moved = jdbc.sql(
                        "SELECT h.area_id, h.number FROM handover h JOIN area_opened g ON g.area_id = h.area_id"
                                + " JOIN area_opened k ON k.area_id = :kept AND k.mandate_id = g.mandate_id"
                                + " WHERE h.area_id = ANY (:merged)")
                .param("kept", kept.value())
                .param("merged", ids(merged))
                .query((row, i) -> new Moved(row.getObject("area_id", UUID.class), row.getString("number")))
                .list();
        moved.forEach(one -> place(one.number(), kept.value()));
        return moved.isEmpty() ? "" : json.writeValueAsString(moved);
    }

    /** One that was opened since is about what both have. */
    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return jdbc.sql("SELECT h.number FROM handover h WHERE h.area_id = :kept AND h.state <> 'VOIDED'"
                        + " AND greatest(h.opened_at, h.settled_at) > :since ORDER BY h.number LIMIT 1")
                .param("kept", kept.value())
                .param("since", Timestamp.from(since))
                .query(String.class)
                .optional()
                .map(number -> Reason.of("handover.merge.since", number));
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Moved one : json.readValue(moved, Moved[].class)) {
            place(one.number(), one.area());
        }
    }

    private void place(String number, UUID area) {
        jdbc.sql("UPDATE handover SET area_id = :area WHERE number = :number")
                .param("area", area)
                .param("number", number)
                .update();
    }

    private static UUID[] ids(Collection<AreaId> areas) {
        return areas.stream().map(AreaId::value).toArray(UUID[]::new);
    }
}
