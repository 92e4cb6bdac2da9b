package org.maintenancefund.importing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
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
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("import", UUID.class);

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    /** Longer than a restart of the database. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImportProgress progress;
    private final ImportReading reading;
    private final ImportDefinitions definitions;
    private final ApplyingAtOnce atOnce;
    private final ImportFailures failures;
    private final Clock clock;

    @Bean
    CustomTask<UUID> importTask() {
        return Tasks.custom(TASK).onDeadExecutionRevive().execute((instance, context) -> {
            Optional<Duration> pause = work(instance.getData());
            return (complete, operations) -> pause.ifPresentOrElse(
                    wait -> operations.reschedule(complete, clock.instant().plus(wait)), operations::remove);
        });
    }

    @Bean
    RecurringTask<Void> importRetentionTask(
            Imports imports, @Value("${app.import.retention-schedule:0 50 2 * * *}") String schedule, Clock clock) {
        return Tasks.recurring("import-retention", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> imports.discardForgotten());
    }

    /** Does what there is to do; returns after how long to try again, empty where it is through or somebody has to decide. */
    private Optional<Duration> work(UUID id) {
        UUID worker = UUID.randomUUID();
        return progress.takeUp(id, worker).flatMap(run -> workAt(run, worker));
    }

    /** Errors are caught too: what a file took of the memory is free again by now. */
    private Optional<Duration> workAt(ImportView run, UUID worker) {
        try {
            ImportDefinition<?> definition = definitions.of(run);
            if (run.state().isBeingRead()) {
                reading.read(definition, run, worker);
            } else {
                apply(definition, run, worker);
            }
        } catch (WorkerFence.TakenOver over) {
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

    /** What registers write into the audit trail was done by who uploaded the file. */
    private void apply(ImportDefinition<?> definition, ImportView run, UUID worker) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(run.by(), null, List.of()));
        try {
            if (definition instanceof AllOrNoneImport<?> whole) {
                atOnce.apply(whole, run, worker);
            } else if (definition instanceof StepwiseImport<?> stepwise) {
                stepwise.apply(run, worker);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
