package org.maintenancefund.disclosure.balance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night, when nobody waits for the database. */
@Configuration(proxyBeanMethods = false)
class LowBalanceJob {

    @Bean
    RecurringTask<Void> lowBalanceTask(
            LowBalances balances, @Value("${app.low-balance.schedule:0 20 3 * * *}") String schedule, Clock clock) {
        return Tasks.recurring("low-balances", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> balances.count());
    }
}
