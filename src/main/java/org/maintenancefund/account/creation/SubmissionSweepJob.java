package org.maintenancefund.account.creation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets in the small hours which forms were answered long ago. */
@Configuration(proxyBeanMethods = false)
class SubmissionSweepJob {

    @Bean
    RecurringTask<Void> submissionSweepTask(OperatorCreationService service, Clock clock) {
        return Tasks.recurring("submission-sweep", Schedules.cron("0 55 3 * * *", clock.getZone()))
                .execute((instance, context) -> service.sweep());
    }
}
