package org.maintenancefund.area.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.area.importing.ImportMatcher.Line;
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports as a worker has to do with them: which one is its own, and how far it is. Each step is kept with what it did, so
 * that another worker goes on where this one dies.
 */
@Component
class ImportProgress {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ImportProperties limits;
    private final AuditTrail trail;
    private final Clock clock;

    ImportProgress(JdbcClient jdbc, JdbcTemplate template, ImportProperties limits, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes up the next import that nobody works at; what a worker left behind when it died is taken up again. */
    @Transactional
    public Optional<ImportView> takeUp(UUID worker) {
        Instant now = clock.instant();
        return jdbc.sql("UPDATE area_import SET leased_by = :worker, leased_until = :until WHERE id = ("
                        + "SELECT id FROM area_import WHERE state IN ('WAITING', 'READING', 'CONFIRMED', 'APPLYING')"
                        + " AND (leased_until IS NULL OR leased_until < :now) ORDER BY uploaded_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED) RETURNING *")
                .param("worker", worker)
                .param("until", Timestamp.from(now.plus(limits.lease())))
                .param("now", Timestamp.from(now))
                .query(ImportView::of)
                .optional();
    }

    /** Says that the worker is still there; refuses where another one has taken over or the import was given up. */
    void stay(UUID id, UUID worker, ImportState state) {
        int mine = jdbc.sql("UPDATE area_import SET leased_until = :until, state = :state"
                        + " WHERE id = :id AND leased_by = :worker")
                .param("until", Timestamp.from(clock.instant().plus(limits.lease())))
                .param("state", state.name())
                .param("id", id)
                .param("worker", worker)
                .update();
        if (mine == 0) {
            throw new LeaseLost();
        }
    }

    /** Another worker goes on with it, or nobody does. */
    static final class LeaseLost extends RuntimeException {}

    /** Reading begins, again where it was broken off. */
    @Transactional
    public void beginReading(UUID id, UUID worker) {
        stay(id, worker, ImportState.READING);
        jdbc.sql("DELETE FROM area_import_row WHERE import_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("UPDATE area_import SET rows_read = 0 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Writes the file to where it can be read. */
    void copyContent(UUID id, Path file) {
        byte[] content = jdbc.sql("SELECT content FROM area_import WHERE id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public void keepHeaders(UUID id, List<String> headers) {
        jdbc.sql("UPDATE area_import SET headers = :headers WHERE id = :id")
                .param("headers", headers.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    @Transactional
    public void keep(UUID id, UUID worker, List<Match> matches) {
        stay(id, worker, ImportState.READING);
        template.batchUpdate(
                "INSERT INTO area_import_row (import_id, row_number, outcome, cells, faults) VALUES (?, ?, ?, ?, ?)",
                matches,
                matches.size(),
                (statement, match) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, match.line().number());
                    statement.setString(3, match.outcome().name());
                    statement.setArray(
                            4,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", match.line().cells().toArray(String[]::new)));
                    statement.setString(5, match.faults());
                });
        jdbc.sql("UPDATE area_import SET rows_read = rows_read + :more WHERE id = :id")
                .param("more", matches.size())
                .param("id", id)
                .update();
    }

    @Transactional
    public void finishReading(UUID id, UUID worker) {
        stay(id, worker, ImportState.READ);
        jdbc.sql("UPDATE area_import SET content = NULL, leased_by = NULL, leased_until = NULL,"
                        + " new_rows = c.n, changed_rows = c.c, same_rows = c.s, faulty_rows = c.f FROM ("
                        + "SELECT count(*) FILTER (WHERE outcome = 'NEW') AS n, count(*) FILTER (WHERE outcome = 'CHANGED') AS c,"
                        + " count(*) FILTER (WHERE outcome = 'SAME') AS s, count(*) FILTER (WHERE outcome = 'FAULTY') AS f"
                        + " FROM area_import_row WHERE import_id = :id) AS c WHERE id = :id")
                .param("id", id)
                .update();
    }

    @Transactional
    public void refuse(UUID id, String why) {
        jdbc.sql("UPDATE area_import SET state = 'REFUSED', refusal = :why, content = NULL, finished_at = :now,"
                        + " leased_by = NULL, leased_until = NULL WHERE id = :id")
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM area_import_row WHERE import_id = :id")
                .param("id", id)
                .update();
    }

    /** The next rows to enter or to change. */
    List<Line> nextToApply(UUID id, int limit) {
        return jdbc.sql("SELECT row_number, cells FROM area_import_row WHERE import_id = :id"
                        + " AND outcome IN ('NEW', 'CHANGED') AND NOT applied ORDER BY row_number LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getInt(1), List.of((String[]) row.getArray(2).getArray())))
                .list();
    }

    void markApplied(UUID id, List<Integer> rows) {
        jdbc.sql("UPDATE area_import_row SET applied = true WHERE import_id = :id AND row_number = ANY (:rows)")
                .param("id", id)
                .param("rows", rows.toArray(Integer[]::new))
                .update();
        jdbc.sql("UPDATE area_import SET applied_rows = applied_rows + :more WHERE id = :id")
                .param("more", rows.size())
                .param("id", id)
                .update();
    }

    /** A row that was right when it was read and is not any more. */
    void markFaulty(UUID id, Match match) {
        jdbc.sql("WITH was AS (SELECT outcome FROM area_import_row WHERE import_id = :id AND row_number = :row),"
                        + " now AS (UPDATE area_import_row SET outcome = 'FAULTY', faults = :faults"
                        + " WHERE import_id = :id AND row_number = :row)"
                        + " UPDATE area_import SET faulty_rows = faulty_rows + 1,"
                        + " new_rows = new_rows - CASE WHEN was.outcome = 'NEW' THEN 1 ELSE 0 END,"
                        + " changed_rows = changed_rows - CASE WHEN was.outcome = 'CHANGED' THEN 1 ELSE 0 END"
                        + " FROM was WHERE id = :id")
                .param("id", id)
                .param("row", match.line().number())
                .param("faults", match.faults())
                .update();
    }

    @Transactional
    public void finishApplying(UUID id, UUID worker) {
        stay(id, worker, ImportState.APPLYING);
        jdbc.sql("UPDATE area_import SET state = 'DONE', finished_at = :now, leased_by = NULL, leased_until = NULL"
                        + " WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        ImportView done = jdbc.sql("SELECT * FROM area_import WHERE id = :id")
                .param("id", id)
                .query(ImportView::of)
                .single();
        trail.record(AuditEvent.of("AREA_IMPORTED")
                .on("import", id, done.filename())
                .change("rows", null, done.appliedRows())
                .by(done.by()));
    }
}
