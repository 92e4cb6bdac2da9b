package org.maintenancefund.closing;

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
 * Works through the steps of a closing, each in its own transaction. What an instance leaves behind that died, another takes up where
 * it stopped; what the database breaks off is tried again.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ClosingJob {

    /** One instance for each closing, which is its data. */
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("closing", UUID.class);

    private static final Logger LOG = LoggerFactory.getLogger(ClosingJob.class);

    /** Longer than a restart of the database. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ClosingWork work;
    private final Closings closings;
    private final Clock clock;

    @Bean
    CustomTask<UUID> closingTask() {
        return Tasks.custom(TASK).onDeadExecutionRevive().execute((instance, context) -> {
            Optional<Duration> pause = work(new ClosingId(instance.getData()));
            return (complete, operations) -> pause.ifPresentOrElse(
                    wait -> operations.reschedule(complete, clock.instant().plus(wait)), operations::remove);
        });
    }

    /** After how long to go on; empty where it is through. Where another instance is at it still, this one looks again later. */
    private Optional<Duration> work(ClosingId closing) {
        try {
            while (work.step(closing)) {
                if (Thread.interrupted()) {
                    return Optional.of(Duration.ZERO);
                }
            }
            return closings.find(closing)
                    .filter(one -> one.state() == ClosingState.CHECKING)
                    .map(atIt -> PAUSE);
        } catch (DataAccessException | TransactionException brokenOff) {
            LOG.warn("Closing {} was broken off and is tried again", closing, brokenOff);
            return Optional.of(PAUSE);
        }
    }
}
