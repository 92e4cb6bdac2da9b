package org.maintenancefund.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.springframework.stereotype.Component;

/** Months of the demo's communities: what is billed, paid, adjusted and reversed, by the steps people take. */
@Component
class DemoMonths {

    private final RunService runs;
    private final Bills bills;
    private final AdjustmentService adjustments;
    private final ReceiptService receipts;
    private final ReceiptRegister register;
    private final ReversalService reversals;
    private final DemoDays days;
    private final TravellingClock clock;
    private final EntityManager entities;

    DemoMonths(
            RunService runs,
            Bills bills,
            AdjustmentService adjustments,
            ReceiptService receipts,
            ReceiptRegister register,
            ReversalService reversals,
            DemoDays days,
            TravellingClock clock,
            EntityManager entities) {
        this.runs = runs;
        this.bills = bills;
        this.adjustments = adjustments;
        this.receipts = receipts;
        this.register = register;
        this.reversals = reversals;
        this.days = days;
        this.clock = clock;
        this.entities = entities;
    }

    /** 出账 on the first of the month: one proposes, the other one confirms. */
    void billed(AreaId area, YearMonth month, CurrentUser maker, CurrentUser checker) {
        LocalDate first = month.atDay(1);
        RunId run = clock.at(days.on(first, 8, 40), () -> runs.propose(area, month, null, "", maker));
        clock.at(days.on(first, 10, 15), () -> runs.confirm(area, run, checker));
    }

    /**
     * A payment.
     *
     * @param external 外部流水号; null where there is none
     */
    record Payment(
            UnitId unit,
            Money amount,
            PaymentWay way,
            ReceivedFrom from,
            String payer,
            @Nullable String external) {

        static Payment of(UnitId unit, Money amount, String payer) {
            return new Payment(unit, amount, PaymentWay.SCAN, ReceivedFrom.OWNER, payer, null);
        }
    }

    /** On that day of the month, today where that is still to come. */
    ReceiptNumber received(AreaId area, Payment paid, YearMonth month, int day, CurrentUser by) {
        return clock.at(days.on(month.atDay(day), 10, 30), () -> {
            NewReceipt told = new NewReceipt(
                    paid.unit(),
                    paid.amount(),
                    LocalDate.now(clock),
                    paid.way(),
                    paid.from(),
                    paid.payer(),
                    List.of(),
                    paid.external(),
                    "");
            ReceiptNumber number =
                    receipts.receive(area, told, doubts -> true, by).number();
            if (number == null) {
                throw new IllegalStateException("a payment of the demo was not recorded");
            }
            // A receipt never changes: nothing that follows need look at it again.
            entities.clear();
            return number;
        });
    }

    /** 冲正: one proposes, the other one confirms. */
    void reversed(
            ReceiptNumber number, String reason, YearMonth month, int day, CurrentUser maker, CurrentUser checker) {
        clock.at(days.on(month.atDay(day), 11, 0), () -> reversals.propose(number, reason, maker));
        UUID proposal = Objects.requireNonNull(
                        register.get(number, checker).receipt().proposal())
                .id();
        clock.at(days.on(month.atDay(day), 14, 0), () -> reversals.confirm(number, proposal, checker));
    }

    /** 减免: one proposes, the other one confirms. */
    void adjusted(NewAdjustment told, int day, CurrentUser maker, CurrentUser checker) {
        var id = clock.at(days.on(told.period().atDay(day), 15, 0), () -> adjustments.propose(told, maker));
        clock.at(days.on(told.period().atDay(day), 16, 30), () -> adjustments.confirm(told.unit(), id, checker));
    }

    /** All that units owe, without those that owe nothing. */
    Map<UnitId, Money> open(Collection<UnitId> units) {
        return bills.open(units).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        owed -> Money.sum(owed.getValue().stream().map(OpenBill::open))));
    }

    /** All that a unit owes. */
    Money open(UnitId unit) {
        return Money.sum(bills.open(unit).stream().map(OpenBill::open));
    }
}
