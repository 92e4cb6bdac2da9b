package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.collection.StraightPayment;
import org.maintenancefund.collection.StraightPayments;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Periods;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Receipts of what owners transferred straight into the fund's accounts. Running numbers are taken before those of the books, as 冲正 does. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class StraightPaymentService implements StraightPayments {

    private final ReceiptRepository receipts;
    private final ReceiptAllocations allocations;
    private final Ledger ledger;
    private final UnitLookup units;
    private final Bills bills;
    private final Periods periods;
    private final RunningNumbers numbers;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public void lock(UnitId unit) {
        bills.lock(unit);
        locks.lock(Purpose.RECEIPTS, unit.toString());
    }

    @Override
    public void requirePayable(UnitId unit, Money amount, List<YearMonth> months) {
        LocalDate today = LocalDate.now(clock);
        new OpenMonths(bills.open(unit)).takeNamed(told(unit, amount, today, months, "", ""));
    }

    @Override
    public EntryNumber book(StraightPayment told, EntryPerson maker, CurrentUser checker) {
        LocalDate today = LocalDate.now(clock);
        if (told.day().isAfter(today)) {
            throw Refusal.because("collection.refusal.future", told.day());
        }
        FoundUnit unit = units.get(told.unit());
        List<OpenBill> open = bills.lock(unit.id());
        String payer = told.payer().isEmpty() ? Messages.of("collection.straight.payer") : told.payer();
        NewReceipt payment =
                told(unit.id(), told.amount(), told.day(), told.months(), shortened(payer), told.reference());
        Map<YearMonth, Money> named = new OpenMonths(open).takeNamed(payment);
        ReceiptNumber number = nextNumber(today);
        EntryNumber entry = ledger.post(new NewEntry(
                told.account(),
                EntryKind.OWNER_PAYMENT,
                told.day(),
                told.reference(),
                List.of(
                        Posting.debit(LedgerAccount.UNALLOCATED, told.amount()),
                        Posting.credit(unit.id(), told.amount())),
                maker,
                EntryPerson.of(checker)));
        YearMonth period = periods.open().landing(told.day());
        Receipt receipt = Receipt.straight(
                number,
                payment,
                unit.area(),
                period,
                new Receipt.Booked(told.account().value(), today, entry.value()),
                checker,
                clock.instant());
        receipts.saveAndFlush(receipt);
        allocations.allocate(receipt.id(), unit.id(), named);
        allocations.takePrepaid(unit.id());
        trail.record(ReceiptWords.recorded(number, unit, payment, allocations.of(receipt.id()))
                .change("entry", null, entry));
        return entry;
    }

    @Override
    public EntryNumber takeBack(
            EntryNumber entry, String reason, EntryPerson maker, CurrentUser checker, LocalDate day) {
        Receipt receipt = receipts.lock(numberOf(entry)).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        SortedMap<YearMonth, Money> released = allocations.release(receipt.id(), receipt.unit());
        ReceiptNumber number = nextNumber(today);
        EntryNumber negative = ledger.reverse(entry, reason, maker, EntryPerson.of(checker), day);
        receipts.save(receipt.reverse(
                number,
                today,
                periods.open().landing(today),
                reason,
                new Receipt.Booked(receipt.straightInto().orElseThrow(), today, negative.value()),
                checker,
                clock.instant()));
        receipts.flush();
        allocations.takePrepaid(receipt.unit());
        trail.record(AuditEvent.of("RECEIPT_REVERSED")
                .on("receipt", receipt.number(), units.get(receipt.unit()).named())
                .change("receivedAmount", receipt.amount(), null)
                .change("allocation", ReceiptWords.months(released), null)
                .change("reversedBy", null, number)
                .change("entry", null, negative)
                .change("reason", null, reason));
        return negative;
    }

    private static NewReceipt told(
            UnitId unit, Money amount, LocalDate day, List<YearMonth> months, String payer, String note) {
        return new NewReceipt(unit, amount, day, PaymentWay.TRANSFER, ReceivedFrom.OWNER, payer, months, null, note);
    }

    /** A bank's name may be longer than that of a payer. */
    private static String shortened(String payer) {
        int length = Math.min(payer.codePointCount(0, payer.length()), NewReceipt.LONGEST_PAYER);
        return payer.substring(0, payer.offsetByCodePoints(0, length));
    }

    private ReceiptNumber nextNumber(LocalDate today) {
        return new ReceiptNumber(numbers.next(ReceiptNumber.PREFIX, today).value());
    }

    private ReceiptNumber numberOf(EntryNumber entry) {
        return jdbc.sql("SELECT r.number FROM receipt r WHERE r.entry = :entry")
                .param("entry", entry.value())
                .query((row, i) -> new ReceiptNumber(row.getString(1)))
                .single();
    }
}
