package org.maintenancefund;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Jobs are db-scheduler's: each is a {@link com.github.kagkarlsson.scheduler.task.Task} bean of its module, and runs where
 * {@code app.jobs.enabled} doesn't say otherwise.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    /** Asks for a job, also on an instance that runs none; in the transaction of whoever asks. */
    @Bean
    @Primary
    SchedulerClient jobs(DataSource database) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock jobClock(Clock clock) {
        return clock::instant;
    }
}
