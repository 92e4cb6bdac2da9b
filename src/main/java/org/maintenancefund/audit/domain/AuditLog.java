package org.maintenancefund.audit.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail for the auditor, newest first. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class AuditLog {

    private static final Keyset<AuditEntry> LIST = new Keyset<>(
            AuditEntry.COLUMNS,
            "FROM audit_entry e",
            List.of(new Keyset.Key("e.occurred_at", Instant.class), new Keyset.Key("e.id", UUID.class)),
            true,
            AuditEntry::read);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What the auditor looks for; an empty text doesn't restrict.
     *
     * @param operator a user name or a person's name, the whole of it
     * @param object   identifier or number of the object, or a part of its name
     */
    public Listing<AuditEntry> list(
            Optional<LocalDate> from, Optional<LocalDate> to, String operator, Optional<String> action, String object) {
        Conditions where = new Conditions();
        from.ifPresent(day -> where.and("e.occurred_at >= :from", "from", startOf(day)));
        to.ifPresent(day -> where.and("e.occurred_at < :until", "until", startOf(day.plusDays(1))));
        if (!operator.isEmpty()) {
            where.and("(e.operator_username = :username OR e.operator_name = :personName)")
                    .bind("username", operator.toLowerCase(Locale.ROOT))
                    .bind("personName", operator);
        }
        where.equal("e.action", action);
        if (!object.isEmpty()) {
            where.and("(e.object_id = :object OR e.object_name LIKE :part)")
                    .bind("object", object)
                    .bind("part", Conditions.part(object));
        }
        return LIST.where(jdbc, where);
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

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
