package org.maintenancefund.closing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.PeriodClosing;
import org.maintenancefund.ledger.PeriodState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the months of the books: one person of the municipal centre begins, the system checks and takes the snapshot
 * ({@link ClosingJob}), another person confirms. Until then it can be given up, and the month is open again.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ClosingService {

    private final PeriodClosing periods;
    private final Closings closings;
    private final CarriedDifferences carried;
    private final Reconciliations reconciliations;
    private final InvariantService invariants;
    private final SchedulerClient jobs;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** All attempts to close a month, the last first. */
    @Transactional(readOnly = true)
    public List<ClosingView> attempts(YearMonth month) {
        return closings.of(month);
    }

    @Transactional(readOnly = true)
    public List<StepView> steps(ClosingId id) {
        return closings.steps(id);
    }

    /** Why the month can't be begun to be closed; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<Reason> obstacle(YearMonth month) {
        return ClosingRules.obstacle(month, periods.next(), YearMonth.now(clock), carried.against(month));
    }

    /** Carries differences over into the next months, each with a reason; until the month is closed they can be changed. */
    public void carry(YearMonth month, Map<DifferenceNumber, String> reasons, CurrentUser by) {
        requireMunicipal(by);
        if (periods.states().get(month) == PeriodState.CLOSED) {
            throw Refusal.because("ledger.period.refusal.CLOSED", month);
        }
        carried.carry(month, reasons, by);
    }

    /**
     * 开始结账: nothing lands in the month any more, and the system checks it.
     *
     * @throws Refusal where the month is not over or it isn't its turn, somebody was quicker, or a difference stands against it
     */
    public ClosingId begin(YearMonth month, CurrentUser by) {
        requireMunicipal(by);
        periods.lock();
        obstacle(month).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        periods.begin(month);
        ClosingId id = ClosingId.next();
        jdbc.sql("INSERT INTO period_closing (id, month, state, begun_at, begun_by, begun_by_name)"
                        + " VALUES (:id, :month, 'CHECKING', :now, :by, :name)")
                .param("id", id.value())
                .param("month", month.atDay(1))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("name", by.personName())
                .update();
        closings.plan(id, invariants.all().stream().map(Invariant::name).toList());
        jobs.schedule(ClosingJob.TASK.instance(id.toString()).data(id.value()).scheduledTo(clock.instant()));
        trail.record(event("CLOSING_BEGUN", month));
        return id;
    }

    /** 退回: the closing is given up, with the reason, and the month is open again. */
    public void giveBack(YearMonth month, String reason, CurrentUser by) {
        requireMunicipal(by);
        periods.giveBack(month);
        ClosingView closing = underway(month);
        end(closing.id(), ClosingState.RETURNED, reason, by);
        trail.record(event("CLOSING_RETURNED", month).change("reason", null, reason));
    }

    /**
     * 确认结账: the month is closed, for good.
     *
     * @throws Refusal for who began it, before everything is checked and every account signed, and where a difference came up since
     */
    public void confirm(YearMonth month, CurrentUser by) {
        requireMunicipal(by);
        confirmable(month, by).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        periods.lock();
        ClosingView closing = underway(month);
        confirmable(month, by).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        end(closing.id(), ClosingState.CONFIRMED, "", by);
        periods.close(month);
        trail.record(event("PERIOD_CLOSED", month).change("snapshot", null, closing.sha256()));
    }

    private Optional<Reason> confirmable(YearMonth month, CurrentUser by) {
        ClosingView closing = closings.of(month).stream()
                .findFirst()
                .filter(last -> last.state().isUnderway())
                .orElseThrow(() -> Refusal.because("closing.refusal.not-underway", month));
        return ClosingRules.confirmable(closing, reconciliations.unsigned(closing.id()), carried.against(month), by);
    }

    /** A check did not hold: the month is open again, with what it was. */
    void fail(ClosingId id, String reason) {
        periods.lock();
        // Somebody may have given it up meanwhile.
        closings.find(id)
                .filter(closing -> closing.state() == ClosingState.CHECKING)
                .ifPresent(closing -> {
                    periods.giveBack(closing.period());
                    end(id, ClosingState.FAILED, reason, null);
                    trail.record(event("CLOSING_FAILED", closing.period()).change("reason", null, reason));
                });
    }

    private ClosingView underway(YearMonth month) {
        return closings.lock(month)
                .filter(closing -> closing.state().isUnderway())
                .orElseThrow(() -> Refusal.because("closing.refusal.not-underway", month));
    }

    private void end(ClosingId id, ClosingState state, String reason, @Nullable CurrentUser by) {
        jdbc.sql(
                        "UPDATE period_closing SET state = :state, reason = :reason, ended_at = :now, ended_by = CAST(:by AS uuid),"
                                + " ended_by_name = CAST(:name AS text) WHERE id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.operatorId().value())
                .param("name", by == null ? null : by.personName())
                .param("id", id.value())
                .update();
    }

    static void requireMunicipal(CurrentUser user) {
        if (!user.is(Role.MUNICIPAL_STAFF)) {
            throw new NotFound("closings to change");
        }
    }

    private static AuditEvent event(String action, YearMonth month) {
        return AuditEvent.of(action).on("period", month, month.toString());
    }
}
