package org.maintenancefund.account.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets old counters of wrong tries in the small hours. */
@Configuration(proxyBeanMethods = false)
class ThrottleSweepJob {

    @Bean
    RecurringTask<Void> throttleSweepTask(SignInThrottle throttle, AddressThrottle addresses, Clock clock) {
        return Tasks.recurring("throttle-sweep", Schedules.cron("0 50 3 * * *", clock.getZone()))
                .execute((instance, context) -> {
                    throttle.sweep();
                    addresses.sweep();
                });
    }
}
