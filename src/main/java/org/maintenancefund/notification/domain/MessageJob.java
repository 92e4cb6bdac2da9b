package org.maintenancefund.notification.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.maintenancefund.notification.NotificationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what waits, every few seconds; in the small hours old messages are deleted. */
@Configuration(proxyBeanMethods = false)
class MessageJob {

    @Bean
    RecurringTask<Void> messageDeliveryTask(MessageDelivery delivery, NotificationProperties settings) {
        return Tasks.recurring("message-delivery", Schedules.fixedDelay(settings.interval()))
                .execute((instance, context) -> delivery.sendDue());
    }

    @Bean
    RecurringTask<Void> messageRetentionTask(MessageDelivery delivery, Clock clock) {
        return Tasks.recurring("message-retention", Schedules.cron("0 40 3 * * *", clock.getZone()))
                .execute((instance, context) -> delivery.deleteExpired());
    }
}
