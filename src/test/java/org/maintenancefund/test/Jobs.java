package org.maintenancefund.test;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Jobs that wait, done when a test wants them done: on its thread, as by an instance that looks once. */
public class Jobs {

    private static final String OURS = " WHERE task_name = :task AND execution_time <= now()";

    private final List<Task<?>> tasks;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final Clock clock;

    Jobs(List<Task<?>> tasks, DataSource database, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.database = database;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does what is due; returns how many jobs that were. */
    public int run() {
        return run(tasks);
    }

    /** Does what is due of these, and nothing else. */
    public int run(List<Task<?>> some) {
        int due = jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name IN (:tasks) AND NOT picked"
                        + " AND execution_time <= :now")
                .param("tasks", some.stream().map(Task::getName).toList())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        instance(some).runAnyDueExecutions();
        return due;
    }

    /** Does one of every night now; what it can't do is thrown. */
    public void doNow(String name) {
        tasks.stream().filter(task -> task.getName().equals(name)).findFirst().ifPresentOrElse(Jobs::execute, () -> {
            throw new IllegalArgumentException("no job of that name: " + name);
        });
    }

    private static <T> void execute(Task<T> task) {
        task.execute(task.instance(RecurringTask.INSTANCE), null);
    }

    /** What is due was begun by an instance that died. */
    public void die(String task) {
        jdbc.sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'dead', version = version + 1,"
                        + " last_heartbeat = now() - interval '1 hour'" + OURS)
                .param("task", task)
                .update();
    }

    /** Finds what instances left behind that died. */
    public void findDead() {
        instance(tasks).runDeadExecutionDetection();
    }

    /** Lets the time pass until the next try. */
    public void waitForRetry(String task) {
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = :task AND NOT picked")
                .param("task", task)
                .update();
    }

    /** Whoever works at it now is taken for dead, and it is due again: as after a pause of that instance. */
    public void takeAway(String task) {
        jdbc.sql("UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL,"
                        + " version = version + 1" + OURS)
                .param("task", task)
                .update();
    }

    private ManualScheduler instance(List<Task<?>> some) {
        SettableClock now = new SettableClock();
        now.set(clock.instant());
        return TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database), some)
                .clock(now)
                .build();
    }
}
