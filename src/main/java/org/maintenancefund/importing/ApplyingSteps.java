package org.maintenancefund.importing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.web.sheet.CellFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An import as who applies it has to do with it. Each step is taken in the transaction of what it is for, so that another
 * worker goes on where this one dies; each transaction begins with {@link #stay}.
 */
@Component
@RequiredArgsConstructor
public class ApplyingSteps {

    private final JdbcClient jdbc;
    private final WorkerFence fence;
    private final ImportRows rows;
    private final Clock clock;

    /** Goes on with the import; refuses where another one has taken over or the import was given up. */
    @Transactional
    public void stay(ImportView run, UUID worker) {
        fence.step(run.id(), worker, ImportState.APPLYING);
    }

    /**
     * Ticks rows off. Whoever comes further has its tries anew: a restart now and then doesn't end a long import.
     *
     * @param records what each row entered or changed, by its number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markApplied(ImportView run, Map<Integer, UUID> records) {
        rows.markApplied(run.id(), records);
        jdbc.sql("UPDATE import_run SET applied_rows = applied_rows + ?, tries = 1 WHERE id = ?")
                .params(records.size(), run.id())
                .update();
    }

    /** A row that was right when it was read and is not any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markFaulty(ImportView run, ImportRow row, List<CellFault> faults) {
        rows.update(
                run.id(),
                List.of(new ImportRow(
                        row.number(), row.cells(), RowOutcome.FAULTY, row.record(), List.of(), faults, false)));
        jdbc.sql("UPDATE import_run SET faulty_rows = faulty_rows + 1, tries = 1,"
                        + " new_rows = new_rows - CASE WHEN :was = 'NEW' THEN 1 ELSE 0 END,"
                        + " changed_rows = changed_rows - CASE WHEN :was = 'CHANGED' THEN 1 ELSE 0 END,"
                        + " doubtful_rows = doubtful_rows - CASE WHEN :was = 'DOUBTFUL' THEN 1 ELSE 0 END"
                        + " WHERE id = :id")
                .param("id", run.id())
                .param("was", row.outcome().name())
                .update();
    }

    /** All of it is done, some rows at a time; returns how many were applied. */
    @Transactional
    public int finish(ImportView run, UUID worker) {
        fence.step(
                run.id(),
                worker,
                ImportState.DONE,
                ", finished_at = :now, worker = NULL",
                Map.of("now", Timestamp.from(clock.instant())));
        return jdbc.sql("SELECT applied_rows FROM import_run WHERE id = ?")
                .param(run.id())
                .query(Integer.class)
                .single();
    }

    /**
     * All of it is done at once. The rows go: what they told is in the register.
     *
     * @param applied how many rows were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finishAtOnce(ImportView run, UUID worker, int applied) {
        fence.step(
                run.id(),
                worker,
                ImportState.DONE,
                ", finished_at = :now, worker = NULL, applied_rows = :applied",
                Map.of("now", Timestamp.from(clock.instant()), "applied", applied));
        rows.delete(run.id());
    }

    /**
     * Rows mean something else by now, and nothing was done with any: whoever confirmed it looks at them again.
     *
     * @param changed those rows, as they are now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askAgain(ImportView run, UUID worker, List<ImportRow> changed) {
        rows.update(run.id(), changed);
        fence.step(
                run.id(),
                worker,
                ImportState.READ,
                ", doubtful = NULL, worker = NULL, tries = 0" + WorkerFence.COUNTS,
                Map.of());
    }

    /** Nobody may apply it any more; says why. */
    @Transactional
    public void refuse(ImportView run, UUID worker, String why) {
        fence.step(
                run.id(),
                worker,
                ImportState.REFUSED,
                ", refusal = :why, content = NULL, finished_at = :now, worker = NULL",
                Map.of("why", why, "now", Timestamp.from(clock.instant())));
        rows.deleteUnapplied(run.id());
    }
}
