package org.maintenancefund.area.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Merges as they were done, with what is needed to undo them. */
@Component
@RequiredArgsConstructor
class MergeRecords {

    /** The merge into one {@code :area} that was done last and not undone. */
    static final String LATEST_INTO =
            "SELECT id FROM area_merge WHERE kept_id = :area AND undone_at IS NULL" + " ORDER BY done_at DESC LIMIT 1";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    record Entry(
            UUID id,
            AreaId kept,
            List<AreaId> merged,
            NewArea before,
            int keptVersion,
            Instant doneAt,
            boolean undone) {

        /** The kept one first. */
        List<AreaId> all() {
            return Stream.concat(Stream.of(kept), merged.stream()).toList();
        }
    }

    UUID write(MergeOrder order, NewArea before, PropertyArea kept, CurrentUser by, Instant now) {
        UUID id = Ids.next();
        jdbc.sql(
                        "INSERT INTO area_merge (id, kept_id, name_before, name, reason, before, kept_version, done_at, done_by)"
                                + " VALUES (:id, :kept, :nameBefore, :name, :reason, cast(:before AS jsonb), :version, :at, :by)")
                .param("id", id)
                .param("kept", order.kept().value())
                .param("nameBefore", before.name())
                .param("name", kept.name())
                .param("reason", order.reason())
                .param("before", json.writeValueAsString(before))
                .param("version", kept.version())
                .param("at", Timestamp.from(now))
                .param("by", by.operatorId().value())
                .update();
        order.merged()
                .forEach(area -> jdbc.sql("INSERT INTO area_merge_member (merge_id, area_id) VALUES (?, ?)")
                        .params(id, area.value())
                        .update());
        return id;
    }

    void writeMoved(UUID id, String participant, String moved) {
        if (!moved.isEmpty()) {
            jdbc.sql("INSERT INTO area_merge_moved (merge_id, participant, moved)" + " VALUES (?, ?, cast(? AS jsonb))")
                    .params(id, participant, moved)
                    .update();
        }
    }

    Optional<String> moved(UUID id, String participant) {
        return jdbc.sql("SELECT moved FROM area_merge_moved WHERE merge_id = ? AND participant = ?")
                .params(id, participant)
                .query(String.class)
                .optional();
    }

    Entry get(UUID id) {
        return jdbc.sql("SELECT * FROM area_merge WHERE id = :id")
                .param("id", id)
                .query((row, i) -> new Entry(
                        id,
                        new AreaId(row.getObject("kept_id", UUID.class)),
                        members(id),
                        json.readValue(row.getString("before"), NewArea.class),
                        row.getInt("kept_version"),
                        row.getTimestamp("done_at").toInstant(),
                        row.getTimestamp("undone_at") != null))
                .optional()
                .orElseThrow(() -> new NotFound("merge " + id));
    }

    void markUndone(UUID id, CurrentUser by, Instant now) {
        jdbc.sql("UPDATE area_merge SET undone_at = ?, undone_by = ? WHERE id = ?")
                .params(Timestamp.from(now), by.operatorId().value(), id)
                .update();
    }

    private List<AreaId> members(UUID id) {
        return jdbc
                .sql("SELECT area_id FROM area_merge_member WHERE merge_id = :id ORDER BY area_id")
                .param("id", id)
                .query(UUID.class)
                .list()
                .stream()
                .map(AreaId::new)
                .toList();
    }
}
