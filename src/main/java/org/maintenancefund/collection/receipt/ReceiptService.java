package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.Periods;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what is paid for units, by the people of the company or office that collects in their area. Locks are taken in one order:
 * areas as a whole (no merge meanwhile), the bills, the receipts of the unit. So of two payments of a unit the second sees the
 * first, and the payments of other units wait for neither.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReceiptService {

    private final ReceiptRepository receipts;
    private final ReceiptAllocations allocations;
    private final ReceiptPolicy policy;
    private final ReceiptDoubts doubts;
    private final CollectionRights rights;
    private final UnitLookup units;
    private final Bills bills;
    private final Periods periods;
    private final RunningNumbers numbers;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * What became of a payment.
     *
     * @param number of the receipt; null where something is asked first
     * @param doubts what is asked, a sentence each
     */
    public record Received(@Nullable ReceiptNumber number, List<Reason> doubts) {

        public Received {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Records a payment and lets it pay: the months that the payer names, then the earliest that are open; what is left is 预存.
     *
     * @param id       the area of the unit
     * @param answered whether these doubts were looked at
     * @throws NotFound where the person does not collect there today, or there is no such unit
     * @throws Refusal  where the payment can't be: a unit of another area, a day to come or outside of the mandate, a month that is
     *                  not open, 外部流水号 that is there already
     */
    public Received receive(AreaId id, NewReceipt told, Predicate<List<Reason>> answered, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        AreaView area = rights.collecting(id, user);
        FoundUnit unit = units.get(told.unit());
        Mandate mandate = policy.mandate(area, unit, told.day());
        bills.lock(unit.id());
        locks.lock(Purpose.RECEIPTS, unit.id().toString());
        // Once more: a payment or a reversal that was waited for has changed them.
        List<OpenBill> open = bills.lock(unit.id());
        policy.requireNew(told.externalNumber(), mandate.enterprise());
        Map<YearMonth, Money> named = new OpenMonths(open).takeNamed(told);
        List<Reason> unlikely = doubts.about(area, unit, told, open);
        if (!unlikely.isEmpty() && !answered.test(unlikely)) {
            return new Received(null, unlikely);
        }
        YearMonth period = periods.open().landing(told.day());
        Receipt receipt = Receipt.recorded(nextNumber(), told, mandate, period, user, clock.instant());
        receipts.saveAndFlush(receipt);
        allocations.allocate(receipt.id(), unit.id(), named);
        allocations.takePrepaid(unit.id());
        trail.record(ReceiptWords.recorded(receipt.number(), unit, told, allocations.of(receipt.id())));
        return new Received(receipt.number(), List.of());
    }

    /**
     * Records the number of the 财政票据 that was given out for a receipt, or takes it off again.
     *
     * @param paper its number; null for none
     * @param seen  the version of the receipt that the person saw
     * @throws StaleVersion where it was changed since
     */
    public void recordFiscalNumber(ReceiptNumber number, int seen, @Nullable String paper, CurrentUser user) {
        Receipt receipt = receipts.lock(number).orElseThrow(() -> new NotFound("receipt " + number));
        AreaView area = rights.collecting(receipt.area(), user);
        if (!rights.received(area.id(), receipt.enterpriseId(), user)) {
            throw Refusal.because("collection.fiscal.others");
        }
        if (receipt.version() != seen) {
            throw new StaleVersion(number);
        }
        String before = receipt.fiscalNumber();
        receipt.recordFiscalNumber(paper);
        receipts.flush();
        trail.record(AuditEvent.of("RECEIPT_FISCAL_NUMBER")
                .on("receipt", number, units.get(receipt.unit()).named())
                .change("fiscalNumber", before, paper));
    }

    /** Taken last: whoever records anything in the city waits for it until the transaction ends. */
    private ReceiptNumber nextNumber() {
        return new ReceiptNumber(
                numbers.next(ReceiptNumber.PREFIX, LocalDate.now(clock)).value());
    }
}
