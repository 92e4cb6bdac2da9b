package org.maintenancefund.area.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the search keys of areas up to the rules of today, see {@link AreaKeys#VERSION}: at once where a new version brings
 * new rules, for the job has a name of its own then, and daily, because an instance of the version before may go on for a
 * while.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class AreaRekeying {

    private static final int BATCH = 500;

    private final PropertyAreaRepository areas;
    private final TransactionTemplate transactions;

    @Bean
    RecurringTask<Void> areaRekeyingTask() {
        return Tasks.recurring("area-rekeying-" + AreaKeys.VERSION, Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    int done;
                    do {
                        done = someMore();
                    } while (done > 0);
                });
    }

    /** Makes the keys of some areas anew; returns how many, 0 when all are of today. Several instances share the work. */
    int someMore() {
        return transactions.execute(status -> {
            List<PropertyArea> old = areas.withKeysBefore(AreaKeys.VERSION, BATCH);
            old.forEach(PropertyArea::rekey);
            return old.size();
        });
    }
}
