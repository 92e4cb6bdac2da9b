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

    private static final String MOVING = "state IN ('WAITING', 'READING', 'CONFIRMED', 'APPLYING')";

    private final JdbcClient jdbc;
    private final ImportRows rows;
    private final ImportFailures failures;
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
                        "UPDATE area_import SET worker = :worker, tries = tries + 1 WHERE id = :id AND " + MOVING
                                + " AND tries < :most RETURNING " + ImportView.COLUMNS)
                .param("worker", worker)
                .param("id", id)
                .param("most", limits.maxTries())
                .query(ImportView::of)
                .optional();
        if (taken.isEmpty()
                && jdbc.sql("UPDATE area_import SET state = 'FAILED', refusal = :why, worker = NULL WHERE id = :id AND "
                                        + MOVING)
                                .param("why", failures.ofTries(limits.maxTries()))
                                .param("id", id)
                                .update()
                        > 0) {
            LOG.error("Import {} failed: taken up {} times without coming further", id, limits.maxTries());
        }
        return taken;
    }

    /** Goes on with the import; refuses where another one has taken over or the import was given up. */
    void stay(UUID id, UUID worker, ImportState state) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        int mine = jdbc.sql("UPDATE area_import SET state = :state WHERE id = :id AND worker = :worker")
                .param("state", state.name())
                .param("id", id)
                .param("worker", worker)
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
        jdbc.sql("UPDATE area_import SET tries = tries - 1, worker = NULL" + " WHERE id = :id AND worker = :worker")
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    /** It can't go on: says why, and leaves the file and the rows for whoever tries it again. */
    @Transactional
    public void fail(UUID id, UUID worker, String why) {
        jdbc.sql("UPDATE area_import SET state = 'FAILED', refusal = :why, worker = NULL"
                        + " WHERE id = :id AND worker = :worker")
                .param("why", why)
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    /** Reading begins, again where it was broken off. */
    @Transactional
    public void beginReading(UUID id, UUID worker) {
        stay(id, worker, ImportState.READING);
        rows.deleteUnapplied(id);
        jdbc.sql("UPDATE area_import SET rows_read = 0 WHERE id = :id")
                .param("id", id)
                .update();
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
        stay(id, worker, ImportState.READING);
        jdbc.sql("UPDATE area_import SET headers = :headers, unused_headers = :unused WHERE id = :id")
                .param("headers", headers.toArray(String[]::new))
                .param("unused", unused)
                .param("id", id)
                .update();
    }

    @Transactional
    public void keep(UUID id, UUID worker, List<Match> matches) {
        stay(id, worker, ImportState.READING);
        rows.insert(id, matches);
        jdbc.sql("UPDATE area_import SET rows_read = rows_read + :more WHERE id = :id")
                .param("more", matches.size())
                .param("id", id)
                .update();
    }

    @Transactional
    public void finishReading(UUID id, UUID worker) {
        stay(id, worker, ImportState.READ);
        jdbc.sql("UPDATE area_import SET content = NULL, worker = NULL, tries = 0, new_rows = c.n, changed_rows = c.c,"
                        + " by_name_rows = c.b, same_rows = c.s, faulty_rows = c.f FROM ("
                        + "SELECT count(*) FILTER (WHERE outcome = 'NEW') AS n,"
                        + " count(*) FILTER (WHERE outcome = 'CHANGED') AS c,"
                        + " count(*) FILTER (WHERE outcome = 'CHANGED_BY_NAME') AS b,"
                        + " count(*) FILTER (WHERE outcome = 'SAME') AS s,"
                        + " count(*) FILTER (WHERE outcome = 'FAULTY') AS f"
                        + " FROM area_import_row WHERE import_id = :id) AS c WHERE id = :id")
                .param("id", id)
                .update();
    }

    @Transactional
    public void refuse(UUID id, UUID worker, String why) {
        stay(id, worker, ImportState.READING);
        jdbc.sql("UPDATE area_import SET state = 'REFUSED', refusal = :why, content = NULL, finished_at = :now,"
                        + " worker = NULL WHERE id = :id")
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        rows.deleteUnapplied(id);
    }

    /** Ticks rows off. Whoever comes further has its tries anew: a restart now and then doesn't end a long import. */
    void markApplied(UUID id, Map<Integer, AreaId> areas) {
        rows.markApplied(id, areas);
        jdbc.sql("UPDATE area_import SET applied_rows = applied_rows + :more, tries = 1 WHERE id = :id")
                .param("more", areas.size())
                .param("id", id)
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
        stay(run.id(), worker, ImportState.APPLYING);
        int applied = jdbc.sql(
                        "UPDATE area_import SET state = 'DONE', finished_at = :now, worker = NULL WHERE id = :id RETURNING applied_rows")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", run.id())
                .query(Integer.class)
                .single();
        trail.record(AuditEvent.of("AREA_IMPORTED")
                .on("import", run.id(), run.filename())
                .change("rows", null, applied)
                .by(run.by()));
    }
}
