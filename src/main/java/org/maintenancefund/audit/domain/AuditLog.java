package org.maintenancefund.audit.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail for the auditor, newest first. */
@Component
@Transactional(readOnly = true)
public class AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Slice<AuditEntry> find(AuditSearch search) {
        return rows(search, Slice.SIZE);
    }

    /** A batch of an export: the same rows in the same order. */
    public Slice<AuditEntry> batch(AuditSearch search) {
        return rows(search, Batches.SIZE);
    }

    private Slice<AuditEntry> rows(AuditSearch search, int size) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder sql = new StringBuilder("SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e")
                .append(conditions(search, params));
        Cursor cursor = search.cursor();
        appendKey(sql, cursor, params);
        sql.append(cursor.backwards() ? " ORDER BY e.occurred_at, e.id" : " ORDER BY e.occurred_at DESC, e.id DESC");
        sql.append(" LIMIT ").append(size + 1);
        List<AuditEntry> entries =
                jdbc.sql(sql.toString()).params(params).query(AuditEntry::read).list();
        return Slice.of(entries, cursor, entry -> Cursor.write(entry.occurredAt(), entry.id()), size);
    }

    public CappedCount count(AuditSearch search) {
        Map<String, Object> params = new HashMap<>();
        String sql = "SELECT count(*) FROM (SELECT FROM audit_entry e" + conditions(search, params) + " LIMIT "
                + (CappedCount.LIMIT + 1) + ") AS counted";
        return CappedCount.ofCountedUpToOneMore(
                jdbc.sql(sql).params(params).query(Long.class).single());
    }

    public Optional<AuditEntry> entry(UUID id) {
        return jdbc.sql("SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e WHERE e.id = ?")
                .param(id)
                .query(AuditEntry::read)
                .optional();
    }

    /** What was done to one object, newest first; that somebody looked at it is no part of its history. */
    public List<AuditEntry> of(String objectType, String objectId, int most) {
        return jdbc.sql("SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e WHERE e.object_id = :id"
                        + " AND e.object_type = :type AND e.result = 'SUCCESS'"
                        + " AND e.action NOT LIKE '%\\_VIEWED'"
                        + " ORDER BY e.occurred_at DESC, e.id DESC LIMIT :most")
                .param("id", objectId)
                .param("type", objectType)
                .param("most", most)
                .query(AuditEntry::read)
                .list();
    }

    /** The codes of all actions that occur, each found by one step in the index and not by reading the trail. */
    public List<String> actions() {
        return jdbc.sql("WITH RECURSIVE step AS (SELECT min(action) AS action FROM audit_entry UNION ALL"
                        + " SELECT (SELECT min(e.action) FROM audit_entry e WHERE e.action > step.action) FROM step"
                        + " WHERE step.action IS NOT NULL)"
                        + " SELECT action FROM step WHERE action IS NOT NULL")
                .query(String.class)
                .list();
    }

    private String conditions(AuditSearch search, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder(" WHERE true");
        if (search.from() != null) {
            sql.append(" AND e.occurred_at >= :from");
            params.put("from", startOf(search.from()));
        }
        if (search.to() != null) {
            sql.append(" AND e.occurred_at < :until");
            params.put("until", startOf(search.to().plusDays(1)));
        }
        if (!search.operator().isEmpty()) {
            sql.append(" AND (e.operator_username = :username OR e.operator_name = :personName)");
            params.put("username", search.operator().toLowerCase(Locale.ROOT));
            params.put("personName", search.operator());
        }
        if (!search.action().isEmpty()) {
            sql.append(" AND e.action = :action");
            params.put("action", search.action());
        }
        if (!search.object().isEmpty()) {
            sql.append(" AND (e.object_id = :object OR e.object_name LIKE :part)");
            params.put("object", search.object());
            params.put("part", "%" + search.object().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        return sql.toString();
    }

    private static void appendKey(StringBuilder sql, Cursor cursor, Map<String, Object> params) {
        if (cursor.atStart()) {
            return;
        }
        params.put("keyTime", Timestamp.from(cursor.instant(0)));
        params.put("keyId", cursor.id(1));
        sql.append(" AND (e.occurred_at, e.id) ")
                .append(cursor.backwards() ? ">" : "<")
                .append(" (:keyTime, :keyId)");
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
