package org.maintenancefund.importing;

import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps workers apart: every step of an import asks whether it is still the worker's own, so that none is taken after the
 * import was given up or another worker took over.
 */
@Component
@RequiredArgsConstructor
class WorkerFence {

    /** What is shown of the rows by their kinds; {@code :id} is the import. */
    static final String COUNTS = """
            , (new_rows, changed_rows, doubtful_rows, same_rows, faulty_rows) = (
                SELECT count(*) FILTER (WHERE outcome = 'NEW'),
                       count(*) FILTER (WHERE outcome = 'CHANGED'),
                       count(*) FILTER (WHERE outcome = 'DOUBTFUL'),
                       count(*) FILTER (WHERE outcome = 'SAME'),
                       count(*) FILTER (WHERE outcome = 'FAULTY')
                FROM import_row WHERE import_id = :id)
            """;

    private final JdbcClient jdbc;

    /** Goes on with the import; refuses where another one has taken over or the import was given up. */
    void step(UUID id, UUID worker, ImportState state) {
        step(id, worker, state, "", Map.of());
    }

    /** The same with what becomes of the import by it. */
    void step(UUID id, UUID worker, ImportState state, String changes, Map<String, ?> values) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        int mine = jdbc.sql("UPDATE import_run SET state = :state" + changes + " WHERE id = :id AND worker = :worker")
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
}
