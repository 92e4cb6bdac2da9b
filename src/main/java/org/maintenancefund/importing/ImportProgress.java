package org.maintenancefund.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.CellFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports as a worker has to do with them: which one is its own, and how far it is read. Each step is kept with what it did,
 * so that another worker goes on where this one dies.
 */
@Component
@RequiredArgsConstructor
class ImportProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);

    private static final String MOVING = " AND state IN ('WAITING', 'READING', 'CONFIRMED', 'APPLYING')";

    private final JdbcClient jdbc;
    private final WorkerFence fence;
    private final ImportRows rows;
    private final ImportProperties limits;

    /**
     * Takes up an import, from whoever was at it before; empty where nothing is to be done about it. The try is counted before
     * it begins: whatever ends this process, memory or {@code kill -9}, has been counted. After too many the import has failed.
     */
    @Transactional
    public Optional<ImportView> takeUp(UUID id, UUID worker) {
        Optional<ImportView> taken = jdbc.sql("UPDATE import_run SET worker = :worker, tries = tries + 1 WHERE id = :id"
                        + MOVING + " AND tries < :most RETURNING " + ImportView.COLUMNS)
                .param("worker", worker)
                .param("id", id)
                .param("most", limits.maxTries())
                .query(ImportView.ROWS)
                .optional();
        if (taken.isEmpty()) {
            String why = Messages.of("importing.failed-tries", limits.maxTries());
            int failed = jdbc.sql(
                            "UPDATE import_run SET state = 'FAILED', refusal = ?, worker = NULL WHERE id = ?" + MOVING)
                    .params(why, id)
                    .update();
            if (failed > 0) {
                LOG.error("Import {} failed: taken up {} times without coming further", id, limits.maxTries());
            }
        }
        return taken;
    }

    /** The process ends in order: the try doesn't count, and another worker needn't wait. */
    @Transactional
    public void giveBack(UUID id, UUID worker) {
        jdbc.sql("UPDATE import_run SET tries = tries - 1, worker = NULL WHERE id = ? AND worker = ?")
                .params(id, worker)
                .update();
    }

    /** It can't go on: says why, and leaves the file and the rows for whoever tries it again. */
    @Transactional
    public void fail(UUID id, UUID worker, String why) {
        jdbc.sql("UPDATE import_run SET state = 'FAILED', refusal = ?, worker = NULL WHERE id = ? AND worker = ?")
                .params(why, id, worker)
                .update();
    }

    /** Reading begins, again where it was broken off. */
    @Transactional
    public void beginReading(UUID id, UUID worker) {
        fence.step(id, worker, ImportState.READING, ", rows_read = 0", Map.of());
        rows.deleteUnapplied(id);
    }

    /** Writes the file to where it can be read. */
    void copyContent(UUID id, Path file) {
        byte[] content = jdbc.sql("SELECT content FROM import_run WHERE id = :id AND content IS NOT NULL")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(WorkerFence.TakenOver::new);
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public void keepHeaders(UUID id, UUID worker, String sheet, List<String> headers, String unused) {
        fence.step(
                id,
                worker,
                ImportState.READING,
                ", sheet = :sheet, headers = :headers, unused_headers = :unused",
                Map.of("sheet", sheet, "headers", headers.toArray(String[]::new), "unused", unused));
    }

    @Transactional
    public void keep(UUID id, UUID worker, List<ImportRow> some) {
        fence.step(id, worker, ImportState.READING, ", rows_read = rows_read + :more", Map.of("more", some.size()));
        rows.insert(id, some);
    }

    /** @param doubts what is asked about new rows, by their numbers */
    @Transactional
    public void finishReading(UUID id, UUID worker, Map<Integer, List<CellFault>> doubts) {
        rows.ask(id, doubts);
        fence.step(
                id,
                worker,
                ImportState.READ,
                ", content = NULL, worker = NULL, tries = 0" + WorkerFence.COUNTS,
                Map.of());
    }
}
