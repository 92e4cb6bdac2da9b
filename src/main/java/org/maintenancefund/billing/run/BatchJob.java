package org.maintenancefund.billing.run;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;

/**
 * Works through the areas of a batch, each in its own transaction. What an instance leaves behind that died, another takes up where
 * it stopped; what the database breaks off is tried again.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class BatchJob {

    /** One instance for each worker of a batch; its data is the batch. */
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("billing-batch", UUID.class);

    /** So many share the areas of a batch, on whatever instance: what one of them makes, its database makes on one core. */
    static final int WORKERS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(BatchJob.class);

    /** Longer than a restart of the database. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final BatchItems items;
    private final BatchWork work;
    private final Clock clock;

    @Bean
    CustomTask<UUID> billingBatchTask() {
        return Tasks.custom(TASK).onDeadExecutionRevive().execute((instance, context) -> {
            Optional<Duration> pause = work(instance.getData());
            return (complete, operations) -> pause.ifPresentOrElse(
                    wait -> operations.reschedule(complete, clock.instant().plus(wait)), operations::remove);
        });
    }

    /** After how long to go on; empty where it is through. */
    private Optional<Duration> work(UUID id) {
        try {
            return items.find(id).flatMap(this::workAt);
        } catch (DataAccessException | TransactionException brokenOff) {
            LOG.warn("Batch {} was broken off and is tried again", id, brokenOff);
            return Optional.of(PAUSE);
        }
    }

    /** What it writes into the audit trail was done by who asked for it. */
    private Optional<Duration> workAt(BatchView batch) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(batch.by(), null, List.of()));
        try {
            while (work.step(batch)) {
                if (Thread.interrupted()) {
                    return Optional.of(Duration.ZERO);
                }
            }
            return Optional.empty();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
