package org.maintenancefund.bank.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.collection.StraightPayment;
import org.maintenancefund.collection.StraightPayments;
import org.maintenancefund.collection.remittance.SlipArrivals;
import org.maintenancefund.collection.remittance.SlipBooking;
import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a confirmed assignment brings about: slips that have arrived, entries of the books. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class AssignmentEffects {

    /** Shorter ones are no account numbers. */
    private static final int SHORTEST_ACCOUNT = 4;

    private final Assignments assignments;
    private final AssignmentRows rows;
    private final SlipArrivals arrivals;
    private final SlipBooking booking;
    private final StraightPayments payments;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    void apply(BankLineView line, Assignment told, CurrentUser by) {
        Money amount = line.amount();
        switch (told.kind()) {
            case REMITTANCE -> {
                told.slips().forEach(share -> arrivals.arrived(share.slip(), share.amount(), line.day(), by));
                if (line.counterpartyAccount().length() >= SHORTEST_ACCOUNT) {
                    rows.learn(told, line.counterpartyAccount(), line.counterparty());
                }
            }
            case OWNER_PAYMENT -> pay(line, told, by);
            case FIRST_DEPOSIT -> book(line, told, EntryKind.FIRST_DEPOSIT, households(amount, told), by);
            case INTEREST ->
                book(
                        line,
                        told,
                        EntryKind.INTEREST,
                        List.of(
                                Posting.debit(LedgerAccount.UNALLOCATED, amount),
                                Posting.credit(LedgerAccount.INCOME, amount)),
                        by);
            case FEE, WITHDRAWAL ->
                book(
                        line,
                        told,
                        told.kind() == BankLineKind.FEE ? EntryKind.FEE : EntryKind.WITHDRAWAL,
                        List.of(
                                Posting.debit(LedgerAccount.SPENDING, amount.negated()),
                                Posting.credit(LedgerAccount.UNALLOCATED, amount.negated())),
                        by);
            case RETURNED -> sendBack(line, told, by);
            case MISTAKEN, PENDING -> {
                // Stays in 待清分 until it is sent back.
            }
        }
    }

    /** A receipt that no company holds, which pays the household's months. */
    private void pay(BankLineView line, Assignment told, CurrentUser by) {
        EntryNumber entry = payments.book(
                new StraightPayment(
                        line.account(),
                        Objects.requireNonNull(told.unit()),
                        line.amount(),
                        line.day(),
                        told.months(),
                        line.counterparty(),
                        reference(line)),
                maker(told),
                by);
        rows.booked(told.id(), entry.value());
    }

    private static List<Posting> households(Money amount, Assignment told) {
        return Stream.concat(
                        Stream.of(Posting.debit(LedgerAccount.UNALLOCATED, amount)),
                        told.households().stream().map(share -> Posting.credit(share.unit(), share.amount())))
                .toList();
    }

    private void book(BankLineView line, Assignment told, EntryKind kind, List<Posting> postings, CurrentUser by) {
        EntryNumber entry = ledger.post(new NewEntry(
                line.account(), kind, line.day(), reference(line), postings, maker(told), EntryPerson.of(by)));
        rows.booked(told.id(), entry.value());
    }

    private static String reference(BankLineView line) {
        return Messages.of("bank.reference", line.day(), line.sequence());
    }

    private static EntryPerson maker(Assignment told) {
        return new EntryPerson(Objects.requireNonNull(told.proposer()), Objects.requireNonNull(told.proposerName()));
    }

    /**
     * The money of another line went back: what that one was is taken back, and what was booked by it, or for its slips, reversed in the
     * books.
     */
    private void sendBack(BankLineView line, Assignment told, CurrentUser by) {
        UUID returned = Objects.requireNonNull(told.returnsLine());
        String reason = Messages.of("bank.returned.reason", line.day(), line.sequence());
        assignments.live(returned).ifPresent(before -> {
            if (before.state() == AssignmentState.PROPOSED) {
                throw Refusal.because("bank.assign.returned.proposed");
            }
            unbook(before, reason, maker(told), by, line.day());
            booked(before).forEach(slip -> booking.reverse(slip, reason, maker(told), EntryPerson.of(by), line.day()));
            giveBack(line.day(), before, by);
            rows.dropUndo(before.id());
            rows.undo(before, reason, by);
        });
        rows.mark(returned, BankLineKind.RETURNED, BankLineState.SETTLED);
    }

    /** Reverses what was booked by it alone; a payment of a household is taken back as a whole. */
    void unbook(Assignment before, String reason, EntryPerson maker, CurrentUser by, LocalDate day) {
        if (before.entry() == null) {
            return;
        }
        EntryNumber entry = new EntryNumber(before.entry());
        if (before.kind() == BankLineKind.OWNER_PAYMENT) {
            payments.takeBack(entry, reason, maker, by, day);
        } else {
            ledger.reverse(entry, reason, maker, EntryPerson.of(by), day);
        }
    }

    /**
     * What it was taken for has not arrived.
     *
     * @throws Refusal where it is booked to the households already
     */
    void takeBack(LocalDate day, Assignment before, CurrentUser by) {
        List<SlipId> booked = booked(before);
        if (!booked.isEmpty()) {
            throw Refusal.because(
                    "bank.assign.booked",
                    before.slips().stream()
                            .filter(share -> booked.contains(share.slip()))
                            .map(SlipShare::number)
                            .collect(Collectors.joining(Messages.of("bank.and"))));
        }
        giveBack(day, before, by);
    }

    private void giveBack(LocalDate day, Assignment before, CurrentUser by) {
        before.slips().forEach(share -> arrivals.returned(share.slip(), share.amount(), day, by));
    }

    private List<SlipId> booked(Assignment before) {
        return jdbc.sql("SELECT s.id FROM bank_assignment_slip x JOIN remittance_slip_named s ON s.id = x.slip_id"
                        + " WHERE x.assignment_id = :id AND s.state = 'BOOKED' ORDER BY s.id")
                .param("id", before.id())
                .query((row, i) -> new SlipId(row.getObject(1, UUID.class)))
                .list();
    }
}
