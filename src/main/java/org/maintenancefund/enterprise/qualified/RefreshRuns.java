package org.maintenancefund.enterprise.qualified;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.web.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of the runs: one at a time over all instances, which {@code uq_shared_refresh_one_running} makes sure of. */
@Component
@Transactional
class RefreshRuns {

    private static final int LATEST = 20;

    /** Instances' clocks differ by less: what began by itself so short a time ago was the same night's. */
    private static final Duration SAME_NIGHT = Duration.ofMinutes(30);

    private static final String FIGURES = Arrays.stream(RefreshFigure.values())
            .map(figure -> column(figure) + " = :" + column(figure))
            .collect(Collectors.joining(", "));

    private final SharedRefreshProperties limits;
    private final AuditTrail audit;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefreshRuns(SharedRefreshProperties limits, AuditTrail audit, Messages messages, JdbcClient jdbc, Clock clock) {
        this.limits = limits;
        this.audit = audit;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins the night's run; empty where one runs already or was this night's. */
    Optional<UUID> beginNightly() {
        return begin(messages.of("enterprise.refresh.nightly"), true, 0);
    }

    /**
     * Begins a run for somebody; empty where one runs already.
     *
     * @param mayGo people it may disable, confirmed by that person; 0: as many as the settings allow
     */
    Optional<UUID> begin(String startedBy, int mayGo) {
        Optional<UUID> begun = begin(startedBy, false, mayGo);
        begun.ifPresent(id -> audit.record(AuditEvent.of("SHARED_REFRESH_STARTED")
                .on("directory", id, null)
                .change("mayGo", null, mayGo == 0 ? null : mayGo)));
        return begun;
    }

    private Optional<UUID> begin(String startedBy, boolean nightly, int mayGo) {
        Instant now = clock.instant();
        jdbc.sql("UPDATE shared_refresh SET state = 'FAILED', failure = :failure, ended_at = :now"
                        + " WHERE state = 'RUNNING' AND coalesce(alive_at, started_at) < :old")
                .param("failure", messages.of("enterprise.refresh.interrupted"))
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(limits.aliveFor())))
                .update();
        UUID id = Ids.next();
        int begun = jdbc.sql("INSERT INTO shared_refresh (id, state, started_by, started_at, alive_at, nightly, may_go)"
                        + " SELECT :id, 'RUNNING', :by, :now, :now, :nightly, :mayGo WHERE NOT (:nightly AND EXISTS"
                        + " (SELECT FROM shared_refresh WHERE nightly AND started_at > :recently))"
                        + " ON CONFLICT (state) WHERE state = 'RUNNING' DO NOTHING")
                .param("id", id)
                .param("by", startedBy)
                .param("now", Timestamp.from(now))
                .param("nightly", nightly)
                .param("mayGo", mayGo)
                .param("recently", Timestamp.from(now.minus(SAME_NIGHT)))
                .update();
        return begun == 0 ? Optional.empty() : Optional.of(id);
    }

    /** How many people the run may disable without being asked; 0: as many as the settings allow. */
    int mayGo(UUID id) {
        return jdbc.sql("SELECT may_go FROM shared_refresh WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Says that the run is alive, and how far it is; false where it was given up meanwhile. */
    boolean beat(UUID id, RefreshCounts counts) {
        return write("alive_at = :now", id, counts).update() > 0;
    }

    /** Ends the run, unless it was given up meanwhile. */
    void end(UUID id, RefreshCounts counts, String failure) {
        boolean failed = !failure.isEmpty();
        RefreshRun.State state = failed
                ? RefreshRun.State.FAILED
                : counts.get(RefreshFigure.HELD) > 0 ? RefreshRun.State.HELD : RefreshRun.State.DONE;
        int ended = write("state = :state, failure = :failure, ended_at = :now", id, counts)
                .param("state", state.name())
                .param("failure", failure)
                .update();
        if (ended > 0) {
            audit.record(AuditEvent.of("SHARED_REFRESH")
                    .on("directory", id, null)
                    .change("reason", null, failed ? failure : null)
                    .endedWith(failed ? AuditResult.FAILURE : AuditResult.SUCCESS));
        }
    }

    private JdbcClient.StatementSpec write(String more, UUID id, RefreshCounts counts) {
        JdbcClient.StatementSpec statement = jdbc.sql(
                        "UPDATE shared_refresh SET " + FIGURES + ", " + more + " WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()));
        for (RefreshFigure figure : RefreshFigure.values()) {
            statement = statement.param(column(figure), counts.get(figure));
        }
        return statement;
    }

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    List<RefreshRun> latest() {
        return jdbc.sql("SELECT * FROM shared_refresh ORDER BY started_at DESC, id DESC LIMIT " + LATEST)
                .query((row, i) -> run(row))
                .list();
    }

    private static RefreshRun run(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new RefreshRun(
                row.getObject("id", UUID.class),
                RefreshRun.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt(column(RefreshFigure.PEOPLE)),
                row.getInt(column(RefreshFigure.CHANGED)),
                row.getInt(column(RefreshFigure.GONE)),
                row.getInt(column(RefreshFigure.MATCHES)),
                row.getInt(column(RefreshFigure.COLLISIONS)),
                row.getInt(column(RefreshFigure.FAILURES)),
                row.getInt(column(RefreshFigure.HELD)),
                row.getString("failure"));
    }

    private static String column(RefreshFigure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }
}
