package org.maintenancefund.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.ledger.PeriodClosing;
import org.maintenancefund.ledger.PeriodState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The months of the books as their page lists them. */
@Service
@RequiredArgsConstructor
public class ClosingMonths {

    /** So many that were closed are told. */
    private static final int MOST = 24;

    private final PeriodClosing periods;
    private final Closings closings;
    private final CarriedDifferences carried;
    private final Reconciliations reconciliations;
    private final Clock clock;

    /**
     * A month.
     *
     * @param last the last attempt to close it; null where there was none
     * @param turn whether it is the one that is over and can be closed now, or is being closed
     */
    public record Line(
            YearMonth month, PeriodState state, @Nullable ClosingView last, boolean turn) {}

    /** Those that were closed last, the one whose turn it is, and those after it, the latest first; empty where nothing was ever booked. */
    @Transactional(readOnly = true)
    public List<Line> lines() {
        SortedMap<YearMonth, PeriodState> states = periods.states();
        Optional<YearMonth> turn = periods.next();
        if (turn.isEmpty()) {
            return List.of();
        }
        YearMonth next = turn.get();
        YearMonth now = YearMonth.now(clock);
        YearMonth first = next.minusMonths(MOST);
        Map<LocalDate, ClosingView> attempts =
                closings.latest(first).stream().collect(Collectors.toMap(ClosingView::month, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (YearMonth month = next.isAfter(now) ? next : now; !month.isBefore(first); month = month.minusMonths(1)) {
            PeriodState state = states.getOrDefault(month, PeriodState.OPEN);
            if (!month.isBefore(next) || state == PeriodState.CLOSED) {
                lines.add(
                        new Line(month, state, attempts.get(month.atDay(1)), month.equals(next) && next.isBefore(now)));
            }
        }
        return lines;
    }

    /** One month as somebody sees it, by a handful of statements. */
    @Transactional(readOnly = true)
    public ClosingMonth get(YearMonth month, CurrentUser user) {
        PeriodClosing.Turn turn = periods.turn(month);
        List<ClosingView> attempts = closings.of(month);
        ClosingView last = attempts.isEmpty() ? null : attempts.get(0);
        List<ReconciliationView> papers = last == null ? List.of() : reconciliations.of(last);
        long unsigned = papers.stream().filter(paper -> !paper.isSigned()).count();
        CarriedDifferences.OfMonth differences = carried.of(month);
        return new ClosingMonth(
                month,
                turn.state(),
                attempts,
                last == null ? List.of() : closings.steps(last.id()),
                differences.shown(),
                papers,
                turn.state() == PeriodState.OPEN
                        ? ClosingRules.obstacle(month, turn.next(), YearMonth.now(clock), differences.against())
                        : Optional.empty(),
                last != null && last.state().isUnderway()
                        ? ClosingRules.confirmable(last, unsigned, differences.against(), user)
                        : Optional.empty());
    }

    /** The month that is over and can be closed, or is being closed; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<YearMonth> due() {
        return periods.next().filter(month -> month.isBefore(YearMonth.now(clock)));
    }
}
