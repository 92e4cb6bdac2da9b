package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.collection.receipt.ReceiptAllocations.Share;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.OpenPeriods;
import org.maintenancefund.ledger.Periods;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments of one area that come together in a file: looked at and recorded by the rules by which {@link ReceiptService} records one,
 * but by some statements for all of them. Whoever records them has the bills of the area alone meanwhile, so that payments at the
 * counter stand wholly before the file or wholly behind it.
 */
@Service
@RequiredArgsConstructor
public class ManyReceipts {

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
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Begins to look at the payments of a file, for who collects in the area. */
    public ReceiptChecks checks(AreaView area) {
        return new ReceiptChecks(policy, policy.of(area), doubts.of(area), bills);
    }

    /**
     * Nobody else pays there, is billed or reversed, until the transaction ends.
     *
     * @return the area, or the one it went into
     * @throws NotFound where the person does not collect there today
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AreaView lock(AreaId id, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        AreaView area = rights.takenOver(id, user);
        bills.lockAll(area.id());
        return area;
    }

    /**
     * Records payments that were looked at behind {@link #lock}, all of them, in their order, and lets them pay: the months that
     * payers name first, then the earliest that are open.
     *
     * @throws Refusal where one of them can't be; then nothing is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(AreaView area, List<NewReceipt> told, CurrentUser user) {
        if (told.isEmpty()) {
            return;
        }
        Map<UnitId, FoundUnit> found =
                units.of(told.stream().map(NewReceipt::unit).collect(Collectors.toSet()));
        List<Receipt> recorded = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        prepare(area, told, found, user, recorded, shares);
        receipts.saveAllAndFlush(recorded);
        allocations.allocateAll(shares);
        shares.addAll(allocations.takePrepaid(found.keySet()));
        Map<ReceiptId, SortedMap<YearMonth, Money>> paid = paid(shares);
        for (int i = 0; i < told.size(); i++) {
            Receipt receipt = recorded.get(i);
            trail.record(ReceiptWords.recorded(
                    receipt.number(),
                    unit(found, told.get(i)),
                    told.get(i),
                    paid.getOrDefault(receipt.id(), new TreeMap<>())));
        }
    }

    /**
     * A payment with all that its receipt needs but a number.
     *
     * @param named how much of it goes to which of the months that its payer names
     */
    private record Ready(NewReceipt told, Mandate mandate, YearMonth period, Map<YearMonth, Money> named) {}

    /**
     * Makes the receipts, and what of them pays months that are named. Numbers are taken when nothing is to be asked any more but to
     * keep them: the whole city waits for them.
     */
    private void prepare(
            AreaView area,
            List<NewReceipt> told,
            Map<UnitId, FoundUnit> found,
            CurrentUser user,
            List<Receipt> recorded,
            List<Share> named) {
        Instant now = clock.instant();
        ReceiptPolicy.OfArea rules = policy.of(area);
        OpenPeriods openPeriods = periods.open();
        Map<UnitId, List<OpenBill>> owed = bills.open(found.keySet());
        Map<UnitId, OpenMonths> open = new HashMap<>();
        List<Ready> ready = new ArrayList<>();
        for (NewReceipt each : told) {
            Mandate mandate = rules.mandate(unit(found, each), each.day());
            Map<YearMonth, Money> taken = open.computeIfAbsent(
                            each.unit(), one -> new OpenMonths(owed.getOrDefault(one, List.of())))
                    .takeNamed(each);
            ready.add(new Ready(each, mandate, openPeriods.landing(each.day()), taken));
        }
        List<ApplicationNumber> given = numbers.next(ReceiptNumber.PREFIX, LocalDate.now(clock), told.size());
        for (int i = 0; i < ready.size(); i++) {
            Ready each = ready.get(i);
            ReceiptNumber number = new ReceiptNumber(given.get(i).value());
            Receipt receipt = Receipt.recorded(number, each.told(), each.mandate(), each.period(), user, now);
            each.named()
                    .forEach((month, amount) ->
                            named.add(new Share(receipt.id(), each.told().unit(), month, amount)));
            recorded.add(receipt);
        }
    }

    private static FoundUnit unit(Map<UnitId, FoundUnit> found, NewReceipt told) {
        return Objects.requireNonNull(found.get(told.unit()));
    }

    private static Map<ReceiptId, SortedMap<YearMonth, Money>> paid(List<Share> shares) {
        Map<ReceiptId, SortedMap<YearMonth, Money>> paid = new HashMap<>();
        shares.forEach(share -> paid.computeIfAbsent(share.receipt(), none -> new TreeMap<>())
                .merge(share.period(), share.amount(), Money::plus));
        return paid;
    }

    /** The numbers of receipts that are on record. */
    @Transactional(readOnly = true)
    public Map<UUID, ReceiptNumber> numbers(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT r.id, r.number FROM receipt r WHERE r.id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, i) ->
                        Map.entry(row.getObject("id", UUID.class), new ReceiptNumber(row.getString("number"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
