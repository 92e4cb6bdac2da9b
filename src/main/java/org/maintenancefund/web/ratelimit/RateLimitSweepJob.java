package org.maintenancefund.web.ratelimit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps windows that are over out of the database. */
@Configuration(proxyBeanMethods = false)
class RateLimitSweepJob {

    @Bean
    RecurringTask<Void> rateLimitSweepTask(RateLimits limits) {
        return Tasks.recurring("rate-limit-sweep", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> limits.sweep());
    }
}
