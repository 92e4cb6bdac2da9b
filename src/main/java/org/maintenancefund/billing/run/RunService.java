package org.maintenancefund.billing.run;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.PrepaidParticipant;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 试算 and 出账 of one area and month: one person proposes what a trial has shown, another one of those who collect there confirms it, and
 * the bills are made by one statement in one transaction. Whoever acts on the bills of an area as a whole does so alone
 * ({@link Purpose#BILLING}), while no areas are merged: pressed twice or by two at once, there is one run.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class RunService {

    /** Reason code of a word that is wanted about a sum. */
    public static final String REMARK_REQUIRED = "billing.run.remark.required";

    /** Longest word about a sum, and longest reason, in characters. */
    public static final int LONGEST_REMARK = 200;

    /** So many uses without a standard are named. */
    private static final int MOST_NAMED = 10;

    private final BillingRunRepository runs;
    private final BillingMonths months;
    private final Trials trials;
    private final BillDeletion deletion;
    private final CollectionRights rights;
    private final ObjectProvider<PrepaidParticipant> prepaid;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * What a run of the month would bill as things stand. Whoever calls has asked who may see it.
     *
     * @throws Refusal where the month can't be billed now, or the city has not settled the rules
     */
    @Transactional(readOnly = true)
    public Trial trial(AreaView area, YearMonth month) {
        return trials.of(area.id(), month, months.get(area.id()).kindOf(month));
    }

    /** The trial that waits for its second person. */
    @Transactional(readOnly = true)
    public Optional<BillingRun> waiting(Trial trial) {
        return runs.waiting(trial.area(), trial.period(), trial.kind());
    }

    /**
     * Proposes what was shown, in place of an earlier trial that something has changed since.
     *
     * @param shown  fingerprint of what the person saw; null where they asked for several areas at once and saw none
     * @param remark why the sum is so far from that of the month before; asked where it is
     * @throws Refusal where the month can't be billed now, a standard is missing, a word is wanted, what was shown has changed, or
     *                 the same trial waits for its confirmation already
     */
    public RunId propose(AreaId id, YearMonth month, @Nullable String shown, String remark, CurrentUser user) {
        AreaView area = lock(id, user);
        Trial trial = trial(area, month);
        if (shown != null && !shown.equals(trial.fingerprint())) {
            throw Refusal.because("billing.run.refusal.changed-since-shown");
        }
        requireComplete(trial);
        if (trial.kind() == RunKind.MISSED && trial.bills() == 0) {
            throw Refusal.because("billing.run.refusal.nothing-missed", month);
        }
        if (trial.wantsRemark() && remark.isBlank()) {
            throw Refusal.because(REMARK_REQUIRED, Trial.PERCENT_WITHOUT_REMARK);
        }
        waiting(trial).ifPresent(waiting -> replace(waiting, trial, area));
        BillingRun run = BillingRun.proposed(trial, remark, user, clock.instant());
        runs.saveAndFlush(run);
        trail.record(event("BILLS_PROPOSED", area, run)
                .change("bills", null, run.bills())
                .change("total", null, run.total())
                .change("remark", null, remark.isEmpty() ? null : remark));
        return run.id();
    }

    private void replace(BillingRun waiting, Trial trial, AreaView area) {
        if (waiting.fingerprint().equals(trial.fingerprint())) {
            throw Refusal.because("billing.run.refusal.waits-already", trial.period(), waiting.proposedByName());
        }
        discard(waiting, area);
    }

    /**
     * 出账: makes the bills that were proposed, all of them or none.
     *
     * @throws Refusal where the same person proposed them, they are there already, something changed since the trial, or the month
     *                 can't be billed any more
     */
    public void confirm(AreaId id, RunId runId, CurrentUser user) {
        AreaView area = lock(id, user);
        BillingRun run = lock(area, runId);
        run.confirm(user, clock.instant());
        if (months.get(area.id()).kindOf(run.period()) != run.kind()) {
            throw Refusal.because("billing.run.refusal.changed", run.period());
        }
        runs.saveAndFlush(run);
        Trial made = trials.bill(run.id(), area.id(), run.period(), run.kind());
        requireComplete(made);
        if (!made.fingerprint().equals(run.fingerprint())) {
            throw Refusal.because("billing.run.refusal.changed", run.period());
        }
        prepaid.orderedStream().forEach(participant -> participant.billed(run.id()));
        trail.record(event("BILLS_MADE", area, run)
                .change("bills", null, run.bills())
                .change("total", null, run.total())
                .change("proposedBy", null, run.proposedByName()));
    }

    /** 作废 of a trial that nobody has confirmed. */
    public void discard(AreaId id, RunId runId, CurrentUser user) {
        AreaView area = lock(id, user);
        discard(lock(area, runId), area);
    }

    private void discard(BillingRun run, AreaView area) {
        run.discard();
        runs.saveAndFlush(run);
        trail.record(event("BILLS_PROPOSAL_DISCARDED", area, run));
    }

    /**
     * 撤回: takes all bills of a run away again. One person is enough; the month can be billed anew.
     *
     * @throws Refusal where something was paid on one of them, or there are none any more
     */
    public void takeBack(AreaId id, RunId runId, String reason, CurrentUser user) {
        AreaView area = lock(id, user);
        BillingRun run = lock(area, runId);
        run.takeBack(reason, user, clock.instant());
        runs.saveAndFlush(run);
        deletion.delete(run);
        trail.record(event("BILLS_TAKEN_BACK", area, run)
                .change("bills", run.bills(), null)
                .change("total", run.total(), null)
                .change("reason", null, reason));
    }

    /** The area, and nobody else bills or pays there, or merges areas, until the transaction ends. */
    private AreaView lock(AreaId id, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        AreaView area = rights.takenOver(id, user);
        locks.lock(Purpose.BILLING, area.id().toString());
        trials.lookUp();
        return area;
    }

    private BillingRun lock(AreaView area, RunId id) {
        return runs.lock(id).filter(run -> run.area().equals(area.id())).orElseThrow(() -> new NotFound("run " + id));
    }

    private static void requireComplete(Trial trial) {
        if (!trial.missing().isEmpty()) {
            throw Refusal.because(
                    "billing.run.refusal.no-standard",
                    trial.period(),
                    NameList.ofAll(trial.missing(), MOST_NAMED),
                    trial.count(Outcome.NO_STANDARD));
        }
    }

    private static AuditEvent event(String action, AreaView area, BillingRun run) {
        return AuditEvent.of(action).on("area", area.code(), area.name()).change("period", null, run.period());
    }
}
