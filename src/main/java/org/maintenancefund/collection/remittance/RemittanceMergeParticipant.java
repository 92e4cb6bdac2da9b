package org.maintenancefund.collection.remittance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The declarations of areas that become one go along with their receipts; taken back, those that came go back. */
@Component
@Order(61)
@RequiredArgsConstructor
class RemittanceMergeParticipant implements AreaMergeParticipant {

    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "declarations";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        return merged.stream()
                .flatMap(area -> jdbc
                        .sql("UPDATE declaration SET area_id = :kept WHERE area_id = :area RETURNING id")
                        .param("kept", kept.value())
                        .param("area", area.value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(moved -> area + " " + moved))
                .collect(Collectors.joining("\n"));
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
        Arrays.stream(moved.split("\n"))
                .map(line -> line.split(" "))
                .forEach(line -> jdbc.sql("UPDATE declaration SET area_id = :area WHERE id = :id")
                        .param("area", UUID.fromString(line[0]))
                        .param("id", UUID.fromString(line[1]))
                        .update());
    }
}
