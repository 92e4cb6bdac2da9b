package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** An instance that was told to run no jobs. */
@IntegrationTest
class SchedulingTest {

    @Autowired
    ScheduledTaskHolder tasks;

    @Test
    void nothingRunsByItselfWhereJobsAreLeftOut() {
        assertThat(tasks.getScheduledTasks()).isEmpty();
    }
}
