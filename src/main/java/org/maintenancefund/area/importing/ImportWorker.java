package org.maintenancefund.area.importing;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works at imports, one after the other. What fails is left to its lease and tried again. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportProgress progress;
    private final ImportReading reading;
    private final ImportApplying applying;

    ImportWorker(ImportProgress progress, ImportReading reading, ImportApplying applying) {
        this.progress = progress;
        this.reading = reading;
        this.applying = applying;
    }

    /** Does all there is to do; returns how many imports it took up. */
    int work() {
        UUID worker = UUID.randomUUID();
        int done = 0;
        for (Optional<ImportView> next = progress.takeUp(worker); next.isPresent(); next = progress.takeUp(worker)) {
            done++;
            try {
                workAt(next.get(), worker);
            } catch (ImportProgress.LeaseLost lost) {
                LOG.info(
                        "Import {} is worked at elsewhere or was given up",
                        next.get().id());
            }
        }
        return done;
    }

    private void workAt(ImportView run, UUID worker) {
        switch (run.state()) {
            case WAITING, READING -> reading.read(run, worker);
            case CONFIRMED, APPLYING -> applying.apply(run, worker);
            default -> throw new IllegalStateException("nothing to do in " + run.state());
        }
    }
}
