package org.maintenancefund.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Each job has a name that an administrator reads, but for those that run once for a version. */
@IntegrationTest
class JobNamesTest {

    @Autowired
    List<Task<?>> tasks;

    @Test
    void eachJobHasAName() {
        assertThat(tasks)
                .extracting(Task::getName)
                .filteredOn(name -> !name.startsWith("area-rekeying"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(JobOverview.label(name)).doesNotMatch("[a-z-]+"));
    }
}
