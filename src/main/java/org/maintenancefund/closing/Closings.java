package org.maintenancefund.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The attempts to close months, and their steps. */
@Component
@RequiredArgsConstructor
class Closings {

    private static final String SELECT =
            "SELECT c.id, c.month, c.state, c.begun_at, c.begun_by, c.begun_by_name, c.sha256,"
                    + " c.ended_at, c.ended_by_name, c.reason FROM period_closing c";

    private final JdbcClient jdbc;

    /** The last attempt of each month from the given one on, the first first. */
    List<ClosingView> latest(YearMonth from) {
        return jdbc.sql(SELECT + " WHERE c.month >= :month AND NOT EXISTS (SELECT FROM period_closing l"
                        + " WHERE l.month = c.month AND l.begun_at > c.begun_at) ORDER BY c.month")
                .param("month", from.atDay(1))
                .query(new RecordRows<>(ClosingView.class))
                .list();
    }

    /** All attempts of a month, the last first. */
    List<ClosingView> of(YearMonth month) {
        return jdbc.sql(SELECT + " WHERE c.month = :month ORDER BY c.begun_at DESC, c.id DESC")
                .param("month", month.atDay(1))
                .query(new RecordRows<>(ClosingView.class))
                .list();
    }

    Optional<ClosingView> find(ClosingId id) {
        return jdbc.sql(SELECT + " WHERE c.id = :id")
                .param("id", id.value())
                .query(new RecordRows<>(ClosingView.class))
                .optional();
    }

    /** The last attempt of a month, which stays as it is until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<ClosingView> lock(YearMonth month) {
        return jdbc
                .sql(SELECT + " WHERE c.month = :month ORDER BY c.begun_at DESC, c.id DESC LIMIT 1 FOR UPDATE")
                .param("month", month.atDay(1))
                .query(new RecordRows<>(ClosingView.class))
                .list()
                .stream()
                .findFirst();
    }

    List<StepView> steps(ClosingId id) {
        return jdbc.sql("SELECT s.place, s.kind, s.name, s.state, s.found, s.took_ms, s.examples FROM closing_step s"
                        + " WHERE s.closing_id = :id ORDER BY s.place")
                .param("id", id.value())
                .query((row, i) -> step(row))
                .list();
    }

    /**
     * The next step that waits, which nobody else does meanwhile; empty where none does, where somebody else is at it, and where the
     * closing is not being checked any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<StepView> take(ClosingId id) {
        return jdbc.sql("SELECT s.place, s.kind, s.name, s.state, s.found, s.took_ms, s.examples FROM closing_step s"
                        + " JOIN period_closing c ON c.id = s.closing_id AND c.state = 'CHECKING'"
                        + " WHERE s.closing_id = :id AND s.state = 'WAITING' AND NOT EXISTS (SELECT FROM closing_step o"
                        + " WHERE o.closing_id = s.closing_id AND o.state = 'WAITING' AND o.place < s.place)"
                        + " FOR UPDATE OF s SKIP LOCKED")
                .param("id", id.value())
                .query((row, i) -> step(row))
                .optional();
    }

    /** The names of the invariants that did not hold. */
    List<String> broken(ClosingId id) {
        return jdbc.sql(
                        "SELECT s.name FROM closing_step s WHERE s.closing_id = :id AND s.state = 'BROKEN' ORDER BY s.place")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void note(ClosingId id, int place, StepState state, long found, long tookMs, String examples) {
        jdbc.sql("UPDATE closing_step SET state = :state, found = :found, took_ms = :took, examples = :examples"
                        + " WHERE closing_id = :id AND place = :place")
                .param("state", state.name())
                .param("found", found)
                .param("took", tookMs)
                .param("examples", examples)
                .param("id", id.value())
                .param("place", place)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void plan(ClosingId id, List<String> invariants) {
        String[] kinds = new String[] {StepKind.ACCOUNTS.name(), StepKind.UNITS.name(), StepKind.AREAS.name()};
        jdbc.sql("INSERT INTO closing_step (closing_id, place, kind, name, state)"
                        + " SELECT :id, n.place, 'INVARIANT', n.name, 'WAITING'"
                        + " FROM unnest(CAST(:names AS text[])) WITH ORDINALITY AS n (name, place)"
                        + " UNION ALL SELECT :id, :count + k.place, k.kind, '', 'WAITING'"
                        + " FROM unnest(CAST(:kinds AS text[])) WITH ORDINALITY AS k (kind, place)")
                .param("id", id.value())
                .param("names", invariants.toArray(String[]::new))
                .param("count", invariants.size())
                .param("kinds", kinds)
                .update();
    }

    private static StepView step(ResultSet row) throws SQLException {
        return new StepView(
                row.getInt("place"),
                StepKind.valueOf(row.getString("kind")),
                row.getString("name"),
                StepState.valueOf(row.getString("state")),
                number(row, "found"),
                number(row, "took_ms"),
                row.getString("examples"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
