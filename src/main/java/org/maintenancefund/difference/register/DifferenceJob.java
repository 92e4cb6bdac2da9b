package org.maintenancefund.difference.register;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.difference.DifferenceSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** Every night all sources are asked, one after the other. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class DifferenceJob {

    private static final Logger LOG = LoggerFactory.getLogger(DifferenceJob.class);

    private final DifferenceSweep sweep;
    private final List<DifferenceSource> sources;

    @Bean
    RecurringTask<Void> differenceTask(@Value("${app.difference.schedule:0 10 4 * * *}") String schedule, Clock clock) {
        return Tasks.recurring("differences", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> compare());
    }

    private void compare() {
        DataAccessException failed = null;
        for (DifferenceSource source : sources) {
            try {
                sweep.ask(source);
            } catch (DataAccessException brokenOff) {
                LOG.error("What is {} could not be found out", source.kind(), brokenOff);
                failed = brokenOff;
            }
        }
        if (failed != null) {
            // The administrator's workbench shows that the job failed.
            throw failed;
        }
    }
}
