package org.maintenancefund.enterprise.qualified;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.util.UUID;
import org.maintenancefund.enterprise.qualified.RefreshWork.SharedRefreshProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refreshes in the small hours, where a directory is configured, and when the administrator asks. */
@Configuration(proxyBeanMethods = false)
class SharedRefreshJob {

    /** One instance for each run, under its id. */
    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("shared-refresh");

    @Bean
    RecurringTask<Void> nightlyRefreshTask(SharedRefresh refresh, SharedRefreshProperties properties, Clock clock) {
        return Tasks.recurring("shared-refresh-nightly", Schedules.cron(properties.schedule(), clock.getZone()))
                .execute((instance, context) -> {
                    if (refresh.isConfigured()) {
                        refresh.start(null);
                    }
                });
    }

    @Bean
    OneTimeTask<Void> refreshRunTask(SharedRefresh refresh, RefreshWork work) {
        return Tasks.oneTime(RUN)
                .onDeadExecution((complete, operations) -> {
                    refresh.giveUp(id(complete.getExecution().getId()));
                    operations.remove();
                })
                .execute((instance, context) -> work.run(id(instance.getId())));
    }

    private static UUID id(String instance) {
        return UUID.fromString(instance);
    }
}
