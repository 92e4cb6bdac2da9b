package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.collection.StraightPayments;
import org.maintenancefund.collection.remittance.ExpectedSlip;
import org.maintenancefund.collection.remittance.SlipArrivals;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a line is: proposed by one person or the system, decided by another person. Locks the areas (shared), the bills and receipts of a
 * household that paid itself, the lines of the account, then slips; books last.
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
    private final StraightPayments payments;
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
        if (told.kind() == BankLineKind.OWNER_PAYMENT) {
            requireKeptHere(found, List.of(Objects.requireNonNull(told.unit())));
            payments.requirePayable(told.unit(), found.amount(), told.months());
        }
        if (told.kind() == BankLineKind.FIRST_DEPOSIT) {
            requireWhole(found.amount(), told.households());
            requireKeptHere(
                    found, told.households().stream().map(HouseholdShare::unit).toList());
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

    /** All of it comes to households: nobody knows later whose the rest is. */
    private static void requireWhole(Money amount, List<HouseholdShare> households) {
        Money sum = Money.sum(households.stream().map(HouseholdShare::amount));
        if (!sum.equals(amount)) {
            throw Refusal.because("bank.assign.households.sum", households.size(), sum, amount, amount.minus(sum));
        }
    }

    /** Money never comes to a household whose community keeps its money in another account. */
    private void requireKeptHere(BankLineView line, List<UnitId> households) {
        if (households.isEmpty()) {
            return;
        }
        assignments.keptElsewhere(line, households).ifPresent(number -> {
            throw Refusal.because("bank.assign.kept-elsewhere", number, line.day());
        });
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
        UnitId payer = lockPayer(seen);
        BankLineView line = lock(seen.line());
        Assignment proposal = open(id);
        requirePayer(payer, proposal);
        if (!proposal.mayBeConfirmedBy(user)) {
            throw Refusal.because("bank.assign.same-person");
        }
        // A community's money may have been moved to another account since it was proposed.
        requireKeptHere(
                line, proposal.households().stream().map(HouseholdShare::unit).toList());
        requireKeptHere(line, Stream.ofNullable(proposal.payer()).toList());
        rows.decide(proposal, AssignmentState.CONFIRMED, user);
        rows.mark(line.id(), proposal.kind(), BankLineState.SETTLED);
        effects.apply(line, proposal, user);
        record("LINE_CONFIRMED", line, proposal.kind());
    }

    /**
     * Households stay where they are while something is booked to them, or taken back, and nobody else pays for the one whose months are
     * paid or open again; returns that one.
     */
    private @Nullable UnitId lockPayer(Assignment seen) {
        locks.lockShared(Purpose.AREAS);
        UnitId payer = payer(seen);
        if (payer != null) {
            payments.lock(payer);
        }
        return payer;
    }

    /** Behind the locks: what is sent back may have been taken for something else meanwhile. */
    private void requirePayer(@Nullable UnitId locked, Assignment found) {
        if (!Objects.equals(locked, payer(found))) {
            throw Refusal.because("bank.assign.changed");
        }
    }

    private @Nullable UnitId payer(Assignment of) {
        return of.kind() == BankLineKind.RETURNED && of.returnsLine() != null
                ? assignments
                        .live(of.returnsLine())
                        .filter(Assignment::isBooked)
                        .map(Assignment::payer)
                        .orElse(null)
                : of.payer();
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
     * Takes it back, and the line is open again; where it is booked by an entry of its own, asks for that, and another person confirms.
     *
     * @return whether it is taken back
     * @throws Refusal where its slips are booked to households, it is not confirmed any more, or somebody has asked already
     */
    public boolean undo(UUID id, String reason, CurrentUser user) {
        Assignment seen = assignments.find(id).orElseThrow(() -> new NotFound("assignment " + id));
        BankLineView line = lock(seen.line());
        Assignment confirmed = assignments.lock(id).orElseThrow();
        if (!confirmed.isUndoable()) {
            throw Refusal.because("bank.assign.not-undoable", confirmed.state().label());
        }
        if (confirmed.isBooked()) {
            rows.askUndo(id, reason, user);
            record("LINE_UNDO_ASKED", line, confirmed.kind());
            return false;
        }
        effects.takeBack(line.day(), confirmed, user);
        undone(line, confirmed, reason, user);
        return true;
    }

    /**
     * Takes back what is booked, as another person asked; it is reversed in the books, on the day of the line where its month is open.
     *
     * @throws Refusal where nobody asks for it any more, or the same person did
     */
    public void confirmUndo(UUID id, CurrentUser user) {
        Assignment seen = assignments.find(id).orElseThrow(() -> new NotFound("assignment " + id));
        UnitId payer = lockPayer(seen);
        BankLineView line = lock(seen.line());
        Assignment booked = asked(id);
        requirePayer(payer, booked);
        Assignment.UndoAsked asked = Objects.requireNonNull(booked.undoAsked());
        if (!booked.mayBeUndoneBy(user)) {
            throw Refusal.because("bank.assign.undo.same-person");
        }
        effects.unbook(booked, asked.reason(), new EntryPerson(asked.person(), asked.name()), user, line.day());
        undone(line, booked, asked.reason(), user);
    }

    /** Leaves it as it is booked: whoever asked, or another person. */
    public void rejectUndo(UUID id, CurrentUser user) {
        Assignment seen = assignments.find(id).orElseThrow(() -> new NotFound("assignment " + id));
        BankLineView line = lock(seen.line());
        Assignment booked = asked(id);
        rows.dropUndo(id);
        record("LINE_UNDO_REJECTED", line, booked.kind());
    }

    private Assignment asked(UUID id) {
        Assignment found = assignments.lock(id).orElseThrow();
        if (found.state() != AssignmentState.CONFIRMED || found.undoAsked() == null) {
            throw Refusal.because("bank.assign.undo.not-asked");
        }
        return found;
    }

    private void undone(BankLineView line, Assignment confirmed, String reason, CurrentUser user) {
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
