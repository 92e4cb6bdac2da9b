package org.maintenancefund.enterprise.qualified;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.qualified.RefreshWork.RefreshCounts;
import org.maintenancefund.enterprise.qualified.RefreshWork.RefreshCounts.Figure;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.AskedOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings known people and companies of the city's directory up to date: nightly, and when the administrator asks. Begins the runs
 * and keeps their record: one at a time over all instances, which {@code uq_shared_refresh_one_running} makes sure of. What a run
 * does is {@link RefreshWork}.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SharedRefresh {

    private static final int LATEST = 20;

    private static final String FIGURES = Arrays.stream(Figure.values())
            .map(figure -> column(figure) + " = :" + column(figure))
            .collect(Collectors.joining(", "));

    private final SharedDirectory directory;
    private final SchedulerClient jobs;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    public boolean isConfigured() {
        return directory.isConfigured();
    }

    /**
     * Begins a run in the background; false where one is running already, here or in another instance.
     *
     * @param by who asked for it; null: it was time
     */
    public boolean start(@Nullable CurrentUser by) {
        return begin(by, 0);
    }

    /**
     * The administrator looked into it and says that so many people are really gone. Begins a run that may disable as many as
     * the held one counted; false where that is not the last one any more.
     */
    public boolean confirm(UUID held, CurrentUser by) {
        return latest().stream()
                .limit(1)
                .filter(RefreshRun::isHeldBack)
                .filter(run -> run.id().equals(held))
                .anyMatch(run -> begin(by, run.held()));
    }

    /** Begins a run that may disable so many people, which that person confirmed; 0: as many as the settings allow. */
    private boolean begin(@Nullable CurrentUser by, int mayGo) {
        UUID id = Ids.next();
        int begun = jdbc.sql("INSERT INTO shared_refresh (id, state, started_by, started_at, may_go)"
                        + " VALUES (:id, 'RUNNING', :by, :now, :mayGo)"
                        + " ON CONFLICT (state) WHERE state = 'RUNNING' DO NOTHING")
                .param("id", id)
                .param("by", by == null ? Messages.of("enterprise.refresh.nightly") : by.personName())
                .param("now", Timestamp.from(clock.instant()))
                .param("mayGo", mayGo)
                .update();
        if (begun == 0) {
            return false;
        }
        if (by != null) {
            audit.record(AuditEvent.of("SHARED_REFRESH_STARTED")
                    .on("directory", id, runName())
                    .change("mayGo", null, mayGo == 0 ? null : mayGo));
        }
        jobs.schedule(SharedRefreshJob.RUN.instance(id.toString()).scheduledTo(clock.instant()));
        return true;
    }

    /** What the trail calls a run: by the time. */
    private String runName() {
        return Messages.of("enterprise.refresh.run", Times.minute(clock.instant()));
    }

    /** How many people the run may disable without being asked; 0: as many as the settings allow. */
    int mayGo(UUID id) {
        return jdbc.sql("SELECT may_go FROM shared_refresh WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Shows how far the run is; false where it is over. */
    boolean progress(RefreshCounts counts) {
        return write("failure = ''", counts).update() > 0;
    }

    /** Ends the run, unless it is over; with why it failed, or empty. */
    void end(RefreshCounts counts, String failure) {
        boolean failed = !failure.isEmpty();
        RefreshRun.State state = failed
                ? RefreshRun.State.FAILED
                : counts.get(Figure.HELD) > 0 ? RefreshRun.State.HELD : RefreshRun.State.DONE;
        int ended = write("state = :state, failure = :failure, ended_at = :now", counts)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (ended > 0) {
            audit.record(AuditEvent.of("SHARED_REFRESH")
                    .on("directory", counts.run(), runName())
                    .change("reason", null, failed ? failure : null)
                    .endedWith(failed ? AuditResult.FAILURE : AuditResult.SUCCESS));
        }
    }

    /** Ends a run whose instance died, with the figures it came to. */
    void giveUp(UUID id) {
        jdbc.sql("UPDATE shared_refresh SET state = 'FAILED', failure = :failure, ended_at = :now"
                        + " WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .param("failure", Messages.of("enterprise.refresh.interrupted"))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private JdbcClient.StatementSpec write(String more, RefreshCounts counts) {
        JdbcClient.StatementSpec statement = jdbc.sql(
                        "UPDATE shared_refresh SET " + FIGURES + ", " + more + " WHERE id = :id AND state = 'RUNNING'")
                .param("id", counts.run());
        for (Figure figure : Figure.values()) {
            statement = statement.param(column(figure), counts.get(figure));
        }
        return statement;
    }

    /** The last one, for the lines of the workbench. */
    @Transactional(readOnly = true)
    public Optional<RefreshRun> last() {
        return AskedOnce.of(
                new Last(),
                () -> jdbc.sql("SELECT * FROM shared_refresh ORDER BY started_at DESC, id DESC LIMIT 1")
                        .query(new RecordRows<>(RefreshRun.class))
                        .optional());
    }

    private record Last() {}

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    public List<RefreshRun> latest() {
        return jdbc.sql("SELECT * FROM shared_refresh ORDER BY started_at DESC, id DESC LIMIT " + LATEST)
                .query(new RecordRows<>(RefreshRun.class))
                .list();
    }

    private static String column(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }
}
