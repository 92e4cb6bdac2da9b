package org.maintenancefund.area.importing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works at one import. What the database breaks off is tried again, as often as the settings say; whatever else comes out of
 * it ends it, with the reason on its page.
 */
@Component
@RequiredArgsConstructor
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    /** Longer than a restart of the database. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImportProgress progress;
    private final ImportReading reading;
    private final ImportApplying applying;
    private final ImportFailures failures;

    /** Does what there is to do; returns after how long to try again, empty where it is through or somebody has to decide. */
    Optional<Duration> work(UUID id) {
        UUID worker = UUID.randomUUID();
        return progress.takeUp(id, worker).flatMap(run -> workAt(run, worker));
    }

    /** Errors are caught too: what a file took of the memory is free again by now. */
    private Optional<Duration> workAt(ImportView run, UUID worker) {
        try {
            if (run.state().isBeingRead()) {
                reading.read(run, worker);
            } else {
                applying.apply(run, worker);
            }
        } catch (ImportProgress.TakenOver over) {
            LOG.info("Import {} is worked at elsewhere or was given up", run.id());
        } catch (Throwable failed) {
            if (Thread.interrupted()) {
                progress.giveBack(run.id(), worker);
                return Optional.of(Duration.ZERO);
            }
            if (failed instanceof DataAccessException || failed instanceof TransactionException) {
                LOG.warn("Import {} was broken off at try {} and is tried again", run.id(), run.tries(), failed);
                return Optional.of(PAUSE);
            }
            progress.fail(run.id(), worker, failures.ofImport(run, failed));
        }
        return Optional.empty();
    }
}
