package org.maintenancefund.collection.remittance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The declarations of areas that become one go along with their receipts; taken back, those that came go back. */
@Component
@Order(61)
@RequiredArgsConstructor
class RemittanceMergeParticipant implements AreaMergeParticipant {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** A declaration with the area that it was of. */
    record Moved(UUID area, UUID declaration) {}

    @Override
    public String name() {
        return "declarations";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Moved> moved = merged.stream()
                .flatMap(area -> jdbc
                        .sql("UPDATE declaration SET area_id = :kept WHERE area_id = :area RETURNING id")
                        .param("kept", kept.value())
                        .param("area", area.value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(declaration -> new Moved(area.value(), declaration)))
                .toList();
        return moved.isEmpty() ? "" : json.writeValueAsString(moved);
    }

    /** A declaration made since may have receipts of both. */
    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return jdbc.sql("SELECT d.number FROM declaration d WHERE d.area_id = :kept AND d.proposed_at > :since"
                        + " AND d.state <> 'TAKEN_BACK' ORDER BY d.number LIMIT 1")
                .param("kept", kept.value())
                .param("since", Timestamp.from(since))
                .query(String.class)
                .optional()
                .map(number -> Reason.of("remittance.declared-since-merge", number));
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Moved one : json.readValue(moved, Moved[].class)) {
            jdbc.sql("UPDATE declaration SET area_id = :area WHERE id = :id")
                    .param("area", one.area())
                    .param("id", one.declaration())
                    .update();
        }
    }
}
