package org.maintenancefund.audit.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The trail's jobs. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    @Bean
    RecurringTask<Void> auditSealingTask(AuditSealer sealer) {
        return Tasks.recurring("audit-sealing", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> sealer.seal());
    }

    @Bean
    RecurringTask<Void> auditMonthsAheadTask(AuditMonths months) {
        return Tasks.recurring("audit-months", Schedules.fixedDelay(Duration.ofHours(12)))
                .execute((instance, context) -> months.createAhead());
    }
}
