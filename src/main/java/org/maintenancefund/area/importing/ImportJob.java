package org.maintenancefund.area.importing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Works at an import that was uploaded, confirmed or tried again; what an instance leaves behind that died, another takes up.
 * What the database breaks off is tried again, as often as the settings say; whatever else comes out of it ends it, with the
 * reason on its page.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ImportJob {

    /** One instance for each time that somebody asks for work; its data is the import. */
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("area-import", UUID.class);

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    /** Longer than a restart of the database. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImportProgress progress;
    private final ImportReading reading;
    private final ImportApplying applying;
    private final ImportFailures failures;
    private final Clock clock;

    @Bean
    CustomTask<UUID> areaImportTask() {
        return Tasks.custom(TASK).onDeadExecutionRevive().execute((instance, context) -> {
            Optional<Duration> pause = work(instance.getData());
            return (complete, operations) -> pause.ifPresentOrElse(
                    wait -> operations.reschedule(complete, clock.instant().plus(wait)), operations::remove);
        });
    }

    /** Does what there is to do; returns after how long to try again, empty where it is through or somebody has to decide. */
    private Optional<Duration> work(UUID id) {
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
