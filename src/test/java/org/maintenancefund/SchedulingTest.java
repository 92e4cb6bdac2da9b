package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** An instance that was told to run no jobs. */
@IntegrationTest
class SchedulingTest {

    @Autowired
    ScheduledTaskHolder tasks;

    @Value("${spring.task.scheduling.pool.size}")
    int threads;

    /** However long one of them takes, no other waits for its thread. */
    @Test
    void thereIsAThreadForEachJob() {
        long jobs = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.maintenancefund")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Scheduled.class))
                        .count();
        assertThat(jobs).isBetween(10L, (long) threads);
    }

    @Test
    void nothingRunsByItselfWhereJobsAreLeftOut() {
        assertThat(tasks.getScheduledTasks()).isEmpty();
    }
}
