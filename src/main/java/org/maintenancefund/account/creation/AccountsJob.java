package org.maintenancefund.account.creation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.maintenancefund.account.domain.AccountService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the small hours: forgets which forms were answered long ago, disables accounts that were not activated in time. */
@Configuration(proxyBeanMethods = false)
class AccountsJob {

    @Bean
    RecurringTask<Void> submissionSweepTask(OperatorCreationService service, Clock clock) {
        return Tasks.recurring("submission-sweep", Schedules.cron("0 55 3 * * *", clock.getZone()))
                .execute((instance, context) -> service.sweep());
    }

    @Bean
    RecurringTask<Void> unactivatedAccountsTask(AccountService service, Clock clock) {
        return Tasks.recurring("unactivated-accounts", Schedules.cron("0 30 2 * * *", clock.getZone()))
                .execute((instance, context) -> service.disableUnactivated());
    }
}
