package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** An instance that was told to run no jobs. */
@IntegrationTest
class SchedulingTest {

    @Autowired
    ObjectProvider<Scheduler> scheduler;

    @Autowired
    List<Task<?>> jobs;

    @Value("${db-scheduler.threads}")
    int threads;

    /** However long one of them takes, no other waits for its thread. */
    @Test
    void thereIsAThreadForEachJob() {
        assertThat(jobs).hasSizeBetween(10, threads);
        assertThat(jobs).extracting(Task::getName).doesNotHaveDuplicates();
    }

    @Test
    void nothingRunsByItselfWhereJobsAreLeftOut() {
        assertThat(scheduler.getIfAvailable()).isNull();
    }
}
