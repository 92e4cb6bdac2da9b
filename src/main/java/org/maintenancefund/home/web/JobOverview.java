package org.maintenancefund.home.web;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.springframework.stereotype.Component;

/** What runs by itself, as db-scheduler keeps it, for the administrator: those first that went wrong. */
@Component
@RequiredArgsConstructor
class JobOverview {

    /** A job that nobody has begun so long after its time is done by nobody: no instance runs jobs. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final SchedulerClient jobs;
    private final Clock clock;

    /** How a job stands; the order in which they are shown. */
    enum State {
        FAILED("bad"),
        LATE("bad"),
        RUNNING("info"),
        WAITING("ok");

        private final String tag;

        State(String tag) {
            this.tag = tag;
        }
    }

    /**
     * A job.
     *
     * @param last when it was done last, in words
     * @param next when it is done next, in words
     * @param tag  kind of the tag that shows its state
     */
    record Job(String name, String last, String next, State order, String tag, String state) {

        boolean isBad() {
            return order == State.FAILED || order == State.LATE;
        }
    }

    List<Job> jobs() {
        return jobs.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
                .map(this::job)
                .sorted(Comparator.comparing(Job::order).thenComparing(Job::name))
                .toList();
    }

    private Job job(ScheduledExecution<Object> job) {
        State state = state(job);
        String words = state == State.FAILED
                ? Messages.of("home.job.failed", job.getConsecutiveFailures(), words(job.getLastFailure()))
                : Messages.of("home.job." + state.name().toLowerCase(Locale.ROOT));
        return new Job(
                label(job.getTaskInstance().getTaskName()),
                words(job.getLastSuccess()),
                words(job.getExecutionTime()),
                state,
                state.tag,
                words);
    }

    private State state(ScheduledExecution<Object> job) {
        if (job.getConsecutiveFailures() > 0) {
            return State.FAILED;
        }
        if (job.isPicked()) {
            return State.RUNNING;
        }
        return job.getExecutionTime().isBefore(clock.instant().minus(LATE)) ? State.LATE : State.WAITING;
    }

    /** What people call it; a job that was named for a version keeps its name. */
    static String label(String task) {
        return Objects.requireNonNullElse(Messages.find("home.job.name." + task), task);
    }

    private static String words(@Nullable Instant at) {
        return at == null ? Messages.of("home.none") : Times.minute(at);
    }
}
