package org.maintenancefund.area.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports as a worker has to do with them: which one is its own, and how far it is. Each step is kept with what it did, so
 * that another worker goes on where this one dies; each begins with {@link #stay}, so that none is taken after the import was
 * given up or taken over.
 */
@Component
@RequiredArgsConstructor
class ImportProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);

    private static final String MOVING = " AND state IN ('WAITING', 'READING', 'CONFIRMED', 'APPLYING')";

    private final JdbcClient jdbc;
    private final ImportRows rows;
    private final ImportProperties limits;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * Takes up an import, from whoever was at it before; empty where nothing is to be done about it. The try is counted before
     * it begins: whatever ends this process, memory or {@code kill -9}, has been counted. After too many the import has failed.
     */
    @Transactional
    public Optional<ImportView> takeUp(UUID id, UUID worker) {
        Optional<ImportView> taken = jdbc.sql(
                        "UPDATE area_import SET worker = :worker, tries = tries + 1 WHERE id = :id" + MOVING
                                + " AND tries < :most RETURNING " + ImportView.COLUMNS)
                .param("worker", worker)
                .param("id", id)
                .param("most", limits.maxTries())
                .query(ImportView.ROWS)
                .optional();
        if (taken.isEmpty()) {
            String why = Messages.of("area.import.failed-tries", limits.maxTries());
            int failed = jdbc.sql(
                            "UPDATE area_import SET state = 'FAILED', refusal = ?, worker = NULL WHERE id = ?" + MOVING)
                    .params(why, id)
                    .update();
            if (failed > 0) {
                LOG.error("Import {} failed: taken up {} times without coming further", id, limits.maxTries());
            }
        }
        return taken;
    }

    /** Goes on with the import; refuses where another one has taken over or the import was given up. */
    void stay(UUID id, UUID worker, ImportState state) {
        step(id, worker, state, "", Map.of());
    }

    /** The same with what becomes of the import by it. */
    private void step(UUID id, UUID worker, ImportState state, String changes, Map<String, ?> values) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        int mine = jdbc.sql("UPDATE area_import SET state = :state" + changes + " WHERE id = :id AND worker = :worker")
                .param("state", state.name())
                .param("id", id)
                .param("worker", worker)
                .params(values)
                .update();
        if (mine == 0) {
            throw new TakenOver();
        }
    }

    /** Another worker goes on with it, or nobody does. */
    static final class TakenOver extends RuntimeException {}

    /** The process ends. */
    static final class Stopped extends RuntimeException {}

    /** The process ends in order: the try doesn't count, and another worker needn't wait. */
    @Transactional
    public void giveBack(UUID id, UUID worker) {
        jdbc.sql("UPDATE area_import SET tries = tries - 1, worker = NULL WHERE id = ? AND worker = ?")
                .params(id, worker)
                .update();
    }

    /** It can't go on: says why, and leaves the file and the rows for whoever tries it again. */
    @Transactional
    public void fail(UUID id, UUID worker, String why) {
        jdbc.sql("UPDATE area_import SET state = 'FAILED', refusal = ?, worker = NULL WHERE id = ? AND worker = ?")
                .params(why, id, worker)
                .update();
    }

    /** Reading begins, again where it was broken off. */
    @Transactional
    public void beginReading(UUID id, UUID worker) {
        step(id, worker, ImportState.READING, ", rows_read = 0", Map.of());
        rows.deleteUnapplied(id);
    }

    /** Writes the file to where it can be read. */
    void copyContent(UUID id, Path file) {
        byte[] content = jdbc.sql("SELECT content FROM area_import WHERE id = :id AND content IS NOT NULL")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(TakenOver::new);
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public void keepHeaders(UUID id, UUID worker, List<String> headers, String unused) {
        step(
                id,
                worker,
                ImportState.READING,
                ", headers = :headers, unused_headers = :unused",
                Map.of("headers", headers.toArray(String[]::new), "unused", unused));
    }

    @Transactional
    public void keep(UUID id, UUID worker, List<Match> matches) {
        step(id, worker, ImportState.READING, ", rows_read = rows_read + :more", Map.of("more", matches.size()));
        rows.insert(id, matches);
    }

    @Transactional
    public void finishReading(UUID id, UUID worker) {
        step(id, worker, ImportState.READ, """
                , content = NULL, worker = NULL, tries = 0,
                (new_rows, changed_rows, by_name_rows, same_rows, faulty_rows) = (
                    SELECT count(*) FILTER (WHERE outcome = 'NEW'),
                           count(*) FILTER (WHERE outcome = 'CHANGED'),
                           count(*) FILTER (WHERE outcome = 'CHANGED_BY_NAME'),
                           count(*) FILTER (WHERE outcome = 'SAME'),
                           count(*) FILTER (WHERE outcome = 'FAULTY')
                    FROM area_import_row WHERE import_id = :id)
                """, Map.of());
    }

    @Transactional
    public void refuse(UUID id, UUID worker, String why) {
        step(
                id,
                worker,
                ImportState.REFUSED,
                ", refusal = :why, content = NULL, finished_at = :now, worker = NULL",
                Map.of("why", why, "now", Timestamp.from(clock.instant())));
        rows.deleteUnapplied(id);
    }

    /** Ticks rows off. Whoever comes further has its tries anew: a restart now and then doesn't end a long import. */
    void markApplied(UUID id, Map<Integer, AreaId> areas) {
        rows.markApplied(id, areas);
        jdbc.sql("UPDATE area_import SET applied_rows = applied_rows + ?, tries = 1 WHERE id = ?")
                .params(areas.size(), id)
                .update();
    }

    /** A row that was right when it was read and is not any more. */
    void markFaulty(UUID id, ImportRow row, String faults) {
        rows.markFaulty(id, row, faults);
        jdbc.sql("UPDATE area_import SET faulty_rows = faulty_rows + 1, tries = 1,"
                        + " new_rows = new_rows - CASE WHEN :was = 'NEW' THEN 1 ELSE 0 END,"
                        + " changed_rows = changed_rows - CASE WHEN :was = 'CHANGED' THEN 1 ELSE 0 END,"
                        + " by_name_rows = by_name_rows - CASE WHEN :was = 'CHANGED_BY_NAME' THEN 1 ELSE 0 END"
                        + " WHERE id = :id")
                .param("id", id)
                .param("was", row.outcome().name())
                .update();
    }

    @Transactional
    public void finishApplying(ImportView run, UUID worker) {
        Map<String, ?> now = Map.of("now", Timestamp.from(clock.instant()));
        step(run.id(), worker, ImportState.DONE, ", finished_at = :now, worker = NULL", now);
        int applied = jdbc.sql("SELECT applied_rows FROM area_import WHERE id = ?")
                .param(run.id())
                .query(Integer.class)
                .single();
        trail.record(AuditEvent.of("AREA_IMPORTED")
                .on("import", run.id(), run.filename())
                .change("rows", null, applied)
                .by(run.by()));
    }
}
