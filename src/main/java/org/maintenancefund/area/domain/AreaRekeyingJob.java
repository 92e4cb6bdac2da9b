package org.maintenancefund.area.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings search keys up to the rules of today: at once where a new version brings new rules, for it has a name of its own,
 * and daily, because an instance of the version before may go on for a while.
 */
@Configuration(proxyBeanMethods = false)
class AreaRekeyingJob {

    @Bean
    RecurringTask<Void> areaRekeyingTask(AreaRekeying rekeying) {
        return Tasks.recurring("area-rekeying-" + AreaKeys.VERSION, Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    int done;
                    do {
                        done = rekeying.someMore();
                    } while (done > 0);
                });
    }
}
