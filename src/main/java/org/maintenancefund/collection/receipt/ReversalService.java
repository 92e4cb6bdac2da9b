package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.Periods;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 冲正: takes a receipt back by its exact negative, once, with a reason and two people of the company that received it. What it paid is open
 * again; what is left of the unit's other receipts pays it before anybody is asked for it. What is declared is not reversed before the
 * declaration is taken back; where the household has it in the books, the district decides, and its negative goes there too.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReversalService {

    private final ReceiptRepository receipts;
    private final ReceiptReversalRepository reversals;
    private final ReceiptAllocations allocations;
    private final ReceiptPolicy policy;
    private final HandedOver handedOver;
    private final CollectionRights rights;
    private final UnitLookup units;
    private final Bills bills;
    private final Periods periods;
    private final RunningNumbers numbers;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Proposes to reverse a receipt.
     *
     * @throws Refusal where it is reversed or proposed already, reverses another one, was received by somebody else, or is declared
     *                 and not booked
     */
    public void propose(ReceiptNumber number, String reason, CurrentUser user) {
        Receipt receipt = lock(number);
        requireReceived(receipt, user);
        receipt.whyNotReversed();
        handedOver.isBooked(receipt);
        reversals.live(receipt.id()).ifPresent(other -> {
            throw Refusal.because("collection.reversal.proposed-already");
        });
        reversals.saveAndFlush(ReceiptReversal.proposed(receipt.id(), reason, user, clock.instant()));
        record("RECEIPT_REVERSAL_PROPOSED", receipt, reason);
    }

    /**
     * Reverses a receipt as another person proposed it.
     *
     * @param proposal that the person saw
     * @return the number of its negative
     * @throws StaleVersion where that proposal is not the one that is open
     * @throws Refusal      where it is decided already, the same person proposed it, it is declared and not booked, or is booked and the
     *                      person is not of the district
     */
    public ReceiptNumber confirm(ReceiptNumber number, UUID proposal, CurrentUser user) {
        UnitId unit = unitOf(number);
        locks.lockShared(Purpose.AREAS);
        bills.lock(unit);
        locks.lock(Purpose.RECEIPTS, unit.toString());
        Receipt receipt = lock(number);
        handedOver.lock(receipt);
        boolean booked = requireDecides(receipt, user);
        ReceiptReversal reversal = seen(receipt, proposal);
        Instant now = clock.instant();
        reversal.confirm(user, now);
        SortedMap<YearMonth, Money> released = allocations.release(receipt.id(), unit);
        LocalDate today = LocalDate.now(clock);
        YearMonth period = periods.open().landing(today);
        ReceiptNumber negative =
                new ReceiptNumber(numbers.next(ReceiptNumber.PREFIX, today).value());
        receipts.save(receipt.reverse(negative, today, period, reversal.reason(), user, now));
        receipts.flush();
        allocations.takePrepaid(unit);
        EntryNumber entry = booked ? handedOver.takeBack(receipt, negative, today, reversal.proposer(), user) : null;
        events.publishEvent(new ReceiptReversed(receipt.enterpriseId()));
        trail.record(AuditEvent.of("RECEIPT_REVERSED")
                .on("receipt", number, units.get(unit).named())
                .change("receivedAmount", receipt.amount(), null)
                .change("allocation", ReceiptWords.months(released), null)
                .change("reversedBy", null, negative)
                .change("entry", null, entry)
                .change("reason", null, reversal.reason()));
        return negative;
    }

    /** Leaves a receipt as it is; a reversal may be proposed again. Refuses as {@link #confirm} does. */
    public void reject(ReceiptNumber number, UUID proposal, CurrentUser user) {
        Receipt receipt = lock(number);
        requireDecides(receipt, user);
        ReceiptReversal reversal = seen(receipt, proposal);
        reversal.reject(user, clock.instant());
        reversals.flush();
        record("RECEIPT_REVERSAL_REJECTED", receipt, reversal.reason());
    }

    private ReceiptReversal seen(Receipt receipt, UUID proposal) {
        return reversals
                .findById(proposal)
                .filter(found -> found.isOf(receipt.id()))
                .orElseThrow(() -> new StaleVersion(receipt.number()));
    }

    private Receipt lock(ReceiptNumber number) {
        return receipts.lock(number).orElseThrow(() -> new NotFound("receipt " + number));
    }

    /** Of what is booked the district decides, of everything else whoever may propose it. Returns whether it is booked. */
    private boolean requireDecides(Receipt receipt, CurrentUser user) {
        boolean district = user.is(Role.DISTRICT_STAFF);
        if (district) {
            rights.get(receipt.area(), user);
        } else {
            requireReceived(receipt, user);
        }
        boolean booked = handedOver.isBooked(receipt);
        if (booked != district) {
            throw Refusal.because(booked ? "collection.reversal.by-district" : "collection.reversal.by-company");
        }
        return booked;
    }

    /** Whoever collects in the area today may take back what their company received, by whichever of its mandates. */
    private void requireReceived(Receipt receipt, CurrentUser user) {
        AreaView area = rights.collecting(receipt.area(), user);
        if (!policy.current(area).enterprise().value().equals(receipt.enterpriseId())) {
            throw Refusal.because("collection.reversal.others");
        }
    }

    /** Known before anything is locked, since locks are taken in one order; a receipt never changes its unit. */
    private UnitId unitOf(ReceiptNumber number) {
        return jdbc.sql("SELECT unit_id FROM receipt WHERE number = :number")
                .param("number", number.value())
                .query((row, i) -> new UnitId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("receipt " + number));
    }

    private void record(String action, Receipt receipt, String reason) {
        trail.record(AuditEvent.of(action)
                .on("receipt", receipt.number(), units.get(receipt.unit()).named())
                .change("reason", null, reason));
    }
}
