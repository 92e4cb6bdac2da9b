package org.maintenancefund.area.importing;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works at imports, one after the other. One that the database breaks off is left to its lease and tried again, as often as
 * the settings say; whatever else comes out of one ends it, with the reason on its page.
 */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportProgress progress;
    private final ImportReading reading;
    private final ImportApplying applying;
    private final ImportFailures failures;

    ImportWorker(ImportProgress progress, ImportReading reading, ImportApplying applying, ImportFailures failures) {
        this.progress = progress;
        this.reading = reading;
        this.applying = applying;
        this.failures = failures;
    }

    /** Does all there is to do; returns how many imports it took up. */
    int work() {
        UUID worker = UUID.randomUUID();
        int done = 0;
        boolean goesOn = true;
        while (goesOn) {
            Optional<ImportView> next = progress.takeUp(worker);
            done += next.isPresent() ? 1 : 0;
            goesOn = next.isPresent() && workAt(next.get(), worker);
        }
        return done;
    }

    /** False where the process ends. Errors are caught too: what a file took of the memory is free again by now. */
    private boolean workAt(ImportView run, UUID worker) {
        try {
            if (run.state().isBeingRead()) {
                reading.read(run, worker);
            } else {
                applying.apply(run, worker);
            }
        } catch (ImportProgress.LeaseLost lost) {
            LOG.info("Import {} is worked at elsewhere or was given up", run.id());
        } catch (Throwable failed) {
            if (Thread.interrupted()) {
                progress.giveBack(run.id(), worker);
                return false;
            }
            if (failed instanceof DataAccessException || failed instanceof TransactionException) {
                LOG.warn("Import {} was broken off at try {} and is tried again", run.id(), run.tries(), failed);
            } else {
                progress.fail(run.id(), worker, failures.ofImport(run, failed));
            }
        }
        return true;
    }
}
