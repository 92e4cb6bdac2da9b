package org.maintenancefund.billing.start;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 开通 of areas that become one: the kept one is opened from the earliest month of any of them, since the bills of the others come
 * along. Goes behind the mandates.
 */
@Component
@Order(7)
@RequiredArgsConstructor
class StartMergeParticipant implements AreaMergeParticipant {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** An area that was opened. Kept as JSON: a field may be added, never renamed. */
    record Moved(UUID area, LocalDate firstMonth) {}

    @Override
    public String name() {
        return "collection-start";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Moved> before = jdbc.sql("SELECT area_id, first_month FROM collection_start WHERE area_id = ANY (:areas)"
                        + " ORDER BY first_month, area_id FOR UPDATE")
                .param(
                        "areas",
                        Stream.concat(Stream.of(kept), merged.stream())
                                .map(AreaId::value)
                                .toArray(UUID[]::new))
                .query((row, i) -> new Moved(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                .list();
        if (before.stream().allMatch(one -> one.area().equals(kept.value()))) {
            return "";
        }
        Moved earliest = before.get(0);
        int there = jdbc.sql("UPDATE collection_start SET first_month = :month WHERE area_id = :kept")
                .param("month", earliest.firstMonth())
                .param("kept", kept.value())
                .update();
        if (there == 0) {
            jdbc.sql(
                            "INSERT INTO collection_start (area_id, first_month, mandate_id, opened_by, opened_by_name, opened_at)"
                                    + " SELECT :kept, first_month, mandate_id, opened_by, opened_by_name, opened_at"
                                    + " FROM collection_start WHERE area_id = :from")
                    .param("kept", kept.value())
                    .param("from", earliest.area())
                    .update();
        }
        return json.writeValueAsString(before);
    }

    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM collection_start WHERE area_id = :kept AND opened_at > :since)")
                        .param("kept", kept.value())
                        .param("since", Timestamp.from(since))
                        .query(Boolean.class)
                        .single()
                ? Optional.of(Reason.of("billing.start.decided-since-merge"))
                : Optional.empty();
    }

    /** The rows of the merged areas have stayed where they are; only the kept one's is put back. */
    @Override
    public void moveBack(AreaId kept, String moved) {
        Moved[] before = json.readValue(moved, Moved[].class);
        Stream.of(before)
                .filter(one -> one.area().equals(kept.value()))
                .findFirst()
                .ifPresentOrElse(
                        one -> jdbc.sql("UPDATE collection_start SET first_month = :month WHERE area_id = :kept")
                                .param("month", one.firstMonth())
                                .param("kept", kept.value())
                                .update(),
                        () -> jdbc.sql("DELETE FROM collection_start WHERE area_id = :kept")
                                .param("kept", kept.value())
                                .update());
    }
}
