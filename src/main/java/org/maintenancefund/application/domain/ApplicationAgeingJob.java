package org.maintenancefund.application.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does to applications and drafts what time does to them. */
@Configuration(proxyBeanMethods = false)
class ApplicationAgeingJob {

    @Bean
    RecurringTask<Void> applicationLapseTask(
            ApplicationAgeing ageing,
            @Value("${app.application.lapse-schedule:0 20 2 * * *}") String schedule,
            Clock clock) {
        return Tasks.recurring("application-lapse", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> ageing.lapseUntouched());
    }

    @Bean
    RecurringTask<Void> applicationRetentionTask(
            ApplicationAgeing ageing,
            @Value("${app.application.retention-schedule:0 40 2 * * *}") String schedule,
            Clock clock) {
        return Tasks.recurring("application-retention", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> ageing.deleteExpired());
    }

    @Bean
    RecurringTask<Void> draftSweepTask(
            ApplicationAgeing ageing, @Value("${app.application.draft-sweep:PT30M}") Duration pause) {
        return Tasks.recurring("draft-sweep", Schedules.fixedDelay(pause))
                .execute((instance, context) -> ageing.sweepDrafts());
    }
}
