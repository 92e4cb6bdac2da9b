package org.maintenancefund.web.ratelimit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps windows that are over and counters of wrong tries that are old out of the database. */
@Configuration(proxyBeanMethods = false)
class RateLimitSweepJob {

    @Bean
    RecurringTask<Void> rateLimitSweepTask(RateLimits limits, Throttle throttle) {
        return Tasks.recurring("rate-limit-sweep", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    limits.sweep();
                    throttle.sweep();
                });
    }
}
