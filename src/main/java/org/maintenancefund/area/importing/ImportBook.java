package org.maintenancefund.area.importing;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.importing.ImportMatcher.Line;
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.maintenancefund.area.importing.ImportMatcher.Outcome;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports as they are kept: the file, its rows, how far it is, and who works at it. */
@Component
class ImportBook {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ImportProperties limits;
    private final AuditTrail trail;
    private final Clock clock;

    ImportBook(JdbcClient jdbc, JdbcTemplate template, ImportProperties limits, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes a file; a worker reads it next. */
    @Transactional
    public UUID upload(String filename, byte[] content, CurrentUser by) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO area_import (id, filename, content, state, uploaded_at, uploaded_by, username, person,"
                        + " organisation_id, organisation) VALUES (:id, :filename, :content, 'WAITING', :at, :by,"
                        + " :username, :person, :organisationId, :organisation)")
                .param("id", id)
                .param("filename", filename.substring(0, Math.min(200, filename.length())))
                .param("content", content)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("username", by.username())
                .param("person", by.personName())
                .param("organisationId", by.organisation().id())
                .param("organisation", by.organisationName())
                .update();
        trail.record(AuditEvent.of("AREA_IMPORT_UPLOADED").on("import", id, filename));
        return id;
    }

    /** 确认导入, once it was read. */
    @Transactional
    public void confirm(UUID id) {
        move(
                id,
                "UPDATE area_import SET state = 'CONFIRMED', leased_by = NULL, leased_until = NULL"
                        + " WHERE id = :id AND state = 'READ' AND new_rows + changed_rows > 0");
        trail.record(AuditEvent.of("AREA_IMPORT_CONFIRMED").on("import", id, get(id).filename()));
    }

    /** 放弃, before anything was imported. */
    @Transactional
    public void discard(UUID id) {
        jdbc.sql("UPDATE area_import SET content = NULL, state = 'DISCARDED', finished_at = :now, leased_by = NULL"
                        + " WHERE id = :id AND state IN ('WAITING', 'READING', 'READ')")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM area_import_row r USING area_import i"
                        + " WHERE r.import_id = :id AND i.id = r.import_id AND i.state = 'DISCARDED'")
                .param("id", id)
                .update();
    }

    private void move(UUID id, String update) {
        if (jdbc.sql(update).param("id", id).update() == 0) {
            throw Refusal.because("area.import.not-now");
        }
    }

    ImportView get(UUID id) {
        return jdbc.sql("SELECT * FROM area_import WHERE id = :id")
                .param("id", id)
                .query(ImportBook::view)
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    List<ImportView> latest() {
        return jdbc.sql("SELECT * FROM area_import ORDER BY uploaded_at DESC LIMIT " + LATEST)
                .query(ImportBook::view)
                .list();
    }

    /** The first faulty rows from a row on, with all their cells. */
    List<Match> faulty(UUID id, int behind, int limit) {
        return jdbc.sql("SELECT row_number, cells, faults FROM area_import_row WHERE import_id = :id"
                        + " AND outcome = 'FAULTY' AND row_number > :behind ORDER BY row_number LIMIT :limit")
                .param("id", id)
                .param("behind", behind)
                .param("limit", limit)
                .query((row, n) -> new Match(
                        new Line(row.getInt(1), List.of((String[])
                                row.getArray(2).getArray())),
                        Outcome.FAULTY,
                        null,
                        null,
                        row.getString(3)))
                .list();
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
                .query(ImportBook::view)
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
            java.nio.file.Files.write(file, content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
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
        ImportView done = get(id);
        trail.record(AuditEvent.of("AREA_IMPORTED")
                .on("import", id, done.filename())
                .change("rows", null, done.appliedRows())
                .by(done.by()));
    }

    private static ImportView view(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        CurrentUser by = new CurrentUser(
                new OperatorId(row.getObject("uploaded_by", UUID.class)),
                row.getString("username"),
                row.getString("person"),
                Role.MUNICIPAL_STAFF,
                new OrgRef(OrgType.MUNICIPAL_CENTRE, row.getObject("organisation_id", UUID.class)),
                row.getString("organisation"),
                null,
                false);
        return new ImportView(
                row.getObject("id", UUID.class),
                row.getString("filename"),
                ImportState.valueOf(row.getString("state")),
                row.getString("refusal"),
                Arrays.asList((String[]) row.getArray("headers").getArray()),
                row.getTimestamp("uploaded_at").toInstant(),
                by,
                row.getInt("rows_read"),
                row.getInt("new_rows"),
                row.getInt("changed_rows"),
                row.getInt("same_rows"),
                row.getInt("faulty_rows"),
                row.getInt("applied_rows"));
    }
}
