package org.maintenancefund.attachment.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes unused attachments in the small hours. */
@Configuration(proxyBeanMethods = false)
class UnusedAttachmentsJob {

    @Bean
    RecurringTask<Void> unusedAttachmentsTask(
            UnusedAttachments attachments,
            @Value("${app.attachment.cleanup-cron:0 20 3 * * *}") String schedule,
            Clock clock) {
        return Tasks.recurring("unused-attachments", Schedules.cron(schedule, clock.getZone()))
                .execute((instance, context) -> attachments.remove());
    }
}
