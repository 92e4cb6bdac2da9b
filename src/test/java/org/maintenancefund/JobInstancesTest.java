package org.maintenancefund;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs for real: instances that look for work in the same table, and one that dies. */
@IntegrationTest
class JobInstancesTest {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("instances-test");

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private final List<Scheduler> instances = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void allStop() {
        instances.forEach(Scheduler::stop);
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = 'instances-test'")
                .update();
    }

    @Test
    void twoInstancesDoEachJobOnce() {
        Scheduler one = instance("one");
        Scheduler other = instance("other");
        IntStream.range(0, 40)
                .forEach(i -> one.schedule(TASK.instance("job-" + i).scheduledTo(Instant.now())));

        one.start();
        other.start();

        await().atMost(20, SECONDS).until(() -> left() == 0);
        assertThat(done).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void whatAnInstanceLeavesBehindThatDiesAnotherTakesOver() {
        Scheduler heir = instance("heir");
        heir.schedule(TASK.instance("orphan").scheduledTo(Instant.now()));
        jdbc.sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'dead', last_heartbeat = now(), version = 2"
                        + " WHERE task_name = 'instances-test'")
                .update();

        heir.start();

        await().during(1, SECONDS).atMost(20, SECONDS).until(done::isEmpty);
        await().atMost(20, SECONDS).until(() -> left() == 0);
        assertThat(done).containsExactly("orphan");
    }

    /** Looks often, and takes another one for dead after two seconds of silence. */
    private Scheduler instance(String name) {
        OneTimeTask<Void> task = Tasks.oneTime(TASK).execute((instance, context) -> done.add(instance.getId()));
        Scheduler instance = Scheduler.create(database, task)
                .schedulerName(() -> name)
                .threads(4)
                .pollingInterval(Duration.ofMillis(50))
                .heartbeatInterval(Duration.ofMillis(500))
                .missedHeartbeatsLimit(4)
                .build();
        instances.add(instance);
        return instance;
    }

    private int left() {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'instances-test'")
                .query(Integer.class)
                .single();
    }
}
