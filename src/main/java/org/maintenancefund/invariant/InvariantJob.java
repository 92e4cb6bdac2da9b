package org.maintenancefund.invariant;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night, when nobody waits for the database. */
@Configuration(proxyBeanMethods = false)
class InvariantJob {

    @Bean
    RecurringTask<Void> invariantTask(
            InvariantService invariants,
            @Value("${app.invariant.schedule:0 40 3 * * *}") String schedule,
            Clock clock) {
        return Tasks.recurring("invariants", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> invariants.report());
    }
}
