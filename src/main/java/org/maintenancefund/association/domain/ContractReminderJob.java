package org.maintenancefund.association.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the morning, when an SMS wakes nobody. */
@Configuration(proxyBeanMethods = false)
class ContractReminderJob {

    @Bean
    RecurringTask<Void> contractReminderTask(ContractReminders reminders, Clock clock) {
        return Tasks.recurring("contract-reminders", Schedules.cron("0 0 9 * * *", clock.getZone()))
                .execute((instance, context) -> reminders.remind());
    }
}
