package org.maintenancefund.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a month of the books from one state to the next, alone: whoever posts waits for it, and it for them. Who may do so and what
 * has to hold before is asked by the closing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class PeriodClosing {

    private static final String NEXT =
            "coalesce((SELECT CASE p.state WHEN 'CLOSING' THEN p.month ELSE (p.month + INTERVAL '1 month')::date END"
                    + " FROM accounting_period p WHERE p.state <> 'OPEN' ORDER BY p.month DESC LIMIT 1),"
                    + " (SELECT min(e.period) FROM ledger_entry e))";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The states of all months that were ever anything else than open, the first first. */
    @Transactional(readOnly = true)
    public SortedMap<YearMonth, PeriodState> states() {
        SortedMap<YearMonth, PeriodState> states = new TreeMap<>();
        jdbc.sql("SELECT month, state FROM accounting_period").query(row -> {
            states.put(YearMonth.from(row.getObject(1, LocalDate.class)), PeriodState.valueOf(row.getString(2)));
        });
        return states;
    }

    /** The one month that can be closed now, or is being closed; empty where nothing was ever booked. */
    @Transactional(readOnly = true)
    public Optional<YearMonth> next() {
        return jdbc.sql("SELECT " + NEXT).query((row, i) -> row.getObject(1, LocalDate.class)).list().stream()
                .filter(Objects::nonNull)
                .map(YearMonth::from)
                .findFirst();
    }

    /**
     * How far a month is.
     *
     * @param next the one that can be closed now, or is being closed; empty where nothing was ever booked
     */
    public record Turn(PeriodState state, Optional<YearMonth> next) {}

    /** Of a month, by one statement. */
    @Transactional(readOnly = true)
    public Turn turn(YearMonth month) {
        return jdbc.sql("SELECT coalesce((SELECT p.state FROM accounting_period p WHERE p.month = :month), 'OPEN'), "
                        + NEXT)
                .param("month", month.atDay(1))
                .query((row, i) -> new Turn(
                        PeriodState.valueOf(row.getString(1)),
                        Optional.ofNullable(row.getObject(2, LocalDate.class)).map(YearMonth::from)))
                .single();
    }

    /** Nobody else posts or closes until the transaction ends. */
    public void lock() {
        jdbc.sql("SELECT accounting_period_take()").query().singleValue();
    }

    /**
     * 开放 → 结账中: nothing lands in it from now on.
     *
     * @throws Refusal where it isn't its turn, or somebody has begun it already
     */
    public void begin(YearMonth month) {
        lock();
        SortedMap<YearMonth, PeriodState> states = states();
        PeriodState now = states.getOrDefault(month, PeriodState.OPEN);
        if (!now.mayBecome(PeriodState.CLOSING)) {
            throw Refusal.because("ledger.period.refusal." + now, month);
        }
        YearMonth next = next().orElseThrow(() -> Refusal.because("ledger.period.refusal.nothing"));
        if (!next.equals(month)) {
            throw Refusal.because("ledger.period.refusal.turn", next);
        }
        jdbc.sql(
                        "INSERT INTO accounting_period (month, state, since) VALUES (:month, 'CLOSING', :now)"
                                + " ON CONFLICT ON CONSTRAINT pk_accounting_period DO UPDATE SET state = 'CLOSING', since = :now")
                .param("month", month.atDay(1))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** 结账中 → 开放. */
    public void giveBack(YearMonth month) {
        become(month, PeriodState.OPEN);
    }

    /** 结账中 → 已结: never opened again. */
    public void close(YearMonth month) {
        become(month, PeriodState.CLOSED);
    }

    private void become(YearMonth month, PeriodState next) {
        lock();
        PeriodState now = states().getOrDefault(month, PeriodState.OPEN);
        if (!now.mayBecome(next)) {
            throw Refusal.because("ledger.period.refusal.not-closing", month, now.label());
        }
        jdbc.sql("UPDATE accounting_period SET state = :state, since = :now WHERE month = :month")
                .param("state", next.name())
                .param("month", month.atDay(1))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
