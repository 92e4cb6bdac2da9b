package org.maintenancefund.account.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Disables in the small hours what was not activated in time. */
@Configuration(proxyBeanMethods = false)
class UnactivatedAccountsJob {

    @Bean
    RecurringTask<Void> unactivatedAccountsTask(AccountService service, Clock clock) {
        return Tasks.recurring("unactivated-accounts", Schedules.cron("0 30 2 * * *", clock.getZone()))
                .execute((instance, context) -> service.disableUnactivated());
    }
}
