package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.collection.remittance.ExpectedSlip;
import org.maintenancefund.collection.remittance.SlipArrivals;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a line is: proposed by one person or the system, decided by another person. Locks the areas (shared), the lines of the
 * account, then slips; books last.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AssignmentService {

    private final Assignments assignments;
    private final AssignmentRows rows;
    private final AssignmentEffects effects;
    private final BankLines lines;
    private final SlipArrivals slips;
    private final SlipMatches matches;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;

    /**
     * Proposes what an open line is.
     *
     * @throws Refusal where it is none such, or its slips don't come to its amount
     */
    public void propose(UUID line, NewAssignment told, CurrentUser user) {
        BankLineView found = lock(line);
        if (found.state() != BankLineState.OPEN) {
            throw Refusal.because("bank.assign.not-open", found.state().label());
        }
        if (!told.kind().fits(found.amount())) {
            throw Refusal.because("bank.assign.kind", told.kind().label());
        }
        List<SlipShare> shares = told.kind() == BankLineKind.REMITTANCE ? shares(found, told.slips()) : List.of();
        if (told.kind() == BankLineKind.RETURNED) {
            requireSentBack(found, told.returnsLine());
        }
        rows.propose(found.id(), told, shares, user);
        record("LINE_PROPOSED", found, told.kind());
    }

    /** In the order that was typed: each slip gets what is still to come of it, the last what is left of the line. */
    private List<SlipShare> shares(BankLineView line, List<String> numbers) {
        if (numbers.isEmpty()) {
            throw Refusal.because("bank.assign.slips.required");
        }
        List<SlipShare> shares = new ArrayList<>();
        Money left = line.amount();
        for (String number : numbers) {
            ExpectedSlip slip = expected(number, line.account());
            if (!left.isPositive()) {
                throw Refusal.because("bank.assign.slips.too-many", line.amount(), number);
            }
            Money share = slip.open().compareTo(left) < 0 ? slip.open() : left;
            shares.add(new SlipShare(slip.id(), number, slip.company(), share));
            left = left.minus(share);
        }
        if (!left.isZero()) {
            throw Refusal.because(
                    "bank.assign.slips.less", line.amount(), line.amount().minus(left), left);
        }
        return shares;
    }

    private ExpectedSlip expected(String number, FundAccountId account) {
        ExpectedSlip slip;
        try {
            slip = slips.expected(new SlipNumber(number))
                    .orElseThrow(() -> Refusal.because("bank.assign.slips.unknown", number));
        } catch (IllegalArgumentException noNumber) {
            throw Refusal.because("bank.assign.slips.unreadable", number);
        }
        if (!matches.goesTo(slip.id(), account)) {
            throw Refusal.because("bank.assign.slips.other-account", number);
        }
        return slip;
    }

    private void requireSentBack(BankLineView line, @Nullable UUID other) {
        BankLineView returned = other == null
                ? null
                : lines.sentBackBy(line, Integer.MAX_VALUE).stream()
                        .filter(each -> each.id().equals(other))
                        .findFirst()
                        .orElse(null);
        if (returned == null) {
            throw Refusal.because("bank.assign.returned.required");
        }
    }

    /**
     * Confirms a proposal: slips have arrived, or what it is is booked.
     *
     * @throws Refusal where it was decided already, the person proposed it, or the slips don't wait for it any more
     */
    public void confirm(UUID id, CurrentUser user) {
        Assignment seen = assignments.find(id).orElseThrow(() -> new NotFound("assignment " + id));
        // Households stay where they are while something is booked to them, or taken back.
        locks.lockShared(Purpose.AREAS);
        BankLineView line = lock(seen.line());
        Assignment proposal = open(id);
        if (!proposal.mayBeConfirmedBy(user)) {
            throw Refusal.because("bank.assign.same-person");
        }
        rows.decide(proposal, AssignmentState.CONFIRMED, user);
        rows.mark(line.id(), proposal.kind(), BankLineState.SETTLED);
        effects.apply(line, proposal, user);
        record("LINE_CONFIRMED", line, proposal.kind());
    }

    /** Gives a proposal up: whoever made it, or another person. */
    public void reject(UUID id, CurrentUser user) {
        Assignment seen = assignments.find(id).orElseThrow(() -> new NotFound("assignment " + id));
        BankLineView line = lock(seen.line());
        Assignment proposal = open(id);
        rows.decide(proposal, AssignmentState.REJECTED, user);
        rows.mark(line.id(), BankLineKind.PENDING, BankLineState.OPEN);
        record("LINE_REJECTED", line, proposal.kind());
    }

    /**
     * Takes a match back as long as nothing of it is booked; the line is open again.
     *
     * @throws Refusal where it is booked, or not confirmed any more
     */
    public void undo(UUID id, String reason, CurrentUser user) {
        Assignment seen = assignments.find(id).orElseThrow(() -> new NotFound("assignment " + id));
        BankLineView line = lock(seen.line());
        Assignment confirmed = assignments.lock(id).orElseThrow();
        if (!confirmed.isUndoable()) {
            throw Refusal.because("bank.assign.not-undoable", confirmed.state().label());
        }
        effects.takeBack(line.day(), confirmed, user);
        rows.undo(confirmed, reason, user);
        rows.mark(line.id(), BankLineKind.PENDING, BankLineState.OPEN);
        record("LINE_UNDONE", line, confirmed.kind());
    }

    private Assignment open(UUID id) {
        Assignment found = assignments.lock(id).orElseThrow();
        if (found.state() != AssignmentState.PROPOSED) {
            throw Refusal.because(
                    "bank.assign.decided",
                    Objects.requireNonNullElse(found.deciderName(), ""),
                    found.state().label());
        }
        return found;
    }

    /** As it is behind the lock of the account's lines. */
    private BankLineView lock(UUID line) {
        locks.lock(Purpose.BANK_LINES, lines.get(line).account().toString());
        return lines.get(line);
    }

    private void record(String action, BankLineView line, BankLineKind kind) {
        trail.record(AuditEvent.of(action)
                .on("bank-line", line.id(), line.day() + " " + line.amount())
                .change("lineKind", null, kind.label()));
    }
}
