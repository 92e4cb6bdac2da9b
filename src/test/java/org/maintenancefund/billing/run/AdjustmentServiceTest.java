package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** 账单调整, and the money that stands against bills. */
@IntegrationTest
@Transactional
class AdjustmentServiceTest extends BilledArea {

    @Autowired
    AdjustmentService adjustments;

    private RunId run;

    @BeforeEach
    void aBilledMonth() {
        openedAsWorked("调账苑");
        run = billed(month);
    }

    private AdjustmentId proposed(String door, String yuan) {
        return adjustments.propose(
                new NewAdjustment(at(door), month, Money.parseSigned(yuan).value(), "面积登记有误", "更正单 3 号"), first);
    }

    private String open(String door) {
        return bills.open(at(door)).stream().map(bill -> bill.open().toString()).reduce("", String::concat);
    }

    private AdjustmentState state(String door) {
        entities.flush();
        entities.clear();
        return adjustments.of(at(door)).get(0).state();
    }

    @Test
    void anAdjustmentCountsOnceASecondPersonHasConfirmedItAndTheBillStaysAsItIs() {
        AdjustmentId id = proposed("101", "-2.40");

        assertThat(open("101")).isEqualTo("22.40");
        assertThatThrownBy(() -> adjustments.confirm(at("101"), id, first))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("由另一名经办人确认"));
        entities.clear();

        adjustments.confirm(at("101"), id, second);

        assertThat(open("101")).isEqualTo("20.00");
        assertThat(amounts(month)).containsEntry("101", "22.40");
        assertThat(state("101")).isEqualTo(AdjustmentState.CONFIRMED);
        assertThatThrownBy(() -> adjustments.confirm(at("101"), id, second))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("已确认"));
    }

    @Test
    void rejectedOrWithdrawnItLeavesTheBillAsItWas() {
        AdjustmentId rejected = proposed("101", "5.00");
        adjustments.reject(at("101"), rejected, second);
        assertThat(state("101")).isEqualTo(AdjustmentState.REJECTED);

        AdjustmentId withdrawn = proposed("101", "6.00");
        assertThatThrownBy(() -> adjustments.withdraw(at("101"), withdrawn, second))
                .isInstanceOf(Refusal.class);
        entities.clear();
        adjustments.withdraw(at("101"), withdrawn, first);

        assertThat(state("101")).isEqualTo(AdjustmentState.LAPSED);
        assertThat(open("101")).isEqualTo("22.40");
    }

    @Test
    void oneAtATimeWaitsOfABill() {
        proposed("101", "5.00");

        assertThatThrownBy(() -> proposed("101", "6.00"))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("在等待确认"));
        assertThat(proposed("102", "6.00")).isNotNull();
    }

    @Test
    void whatWasPaidIsTheLeastThatABillIsAdjustedTo() {
        pay(at("101"), month, "20.00");

        assertThatThrownBy(() -> proposed("101", "-2.41"))
                .satisfies(refusal -> assertThat(sentence(refusal)).isEqualTo("应收 22.40 元，已收 20.00 元，最多只能减少 2.40 元"));
        AdjustmentId id = proposed("101", "-2.40");
        pay(at("101"), month, "0.01");
        assertThatThrownBy(() -> adjustments.confirm(at("101"), id, second))
                .as("paid since it was proposed")
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("最多只能减少 2.39 元"));
    }

    @Test
    void thereIsNothingToAdjustWithoutABill() {
        assertThatThrownBy(
                        () -> adjustments.propose(new NewAdjustment(at("302"), month, new Money(100), "补", "单"), first))
                .satisfies(refusal -> assertThat(sentence(refusal)).isEqualTo("这一户没有 " + month + " 的账单"));
    }

    @Test
    void onlyThoseWhoCollectAdjust() {
        AdjustmentId id = proposed("101", "5.00");
        for (CurrentUser other : List.of(world.personOf(managed.committee()), world.clerk(), world.municipal())) {
            assertThatThrownBy(() -> adjustments.confirm(at("101"), id, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> adjustments.reject(at("101"), id, other)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> adjustments.confirm(at("102"), id, second))
                .as("of another unit")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void thoseThatWaitLapseWithTheirRun() {
        proposed("101", "5.00");

        runs.takeBack(managed.id(), run, "标准录错", second);

        assertThat(state("101")).isEqualTo(AdjustmentState.LAPSED);
    }

    // ---- money against bills

    @Test
    void moneyStandsAgainstBillsUpToWhatIsOpenAndIsTakenOffAgain() {
        pay(at("101"), month, "10.00");
        assertThat(open("101")).isEqualTo("12.40");

        assertThatThrownBy(() -> pay(at("101"), month, "12.41"))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains(month + " 的账单没有 12.41 元可以收"));
        pay(at("101"), month, "12.40");
        assertThat(bills.open(at("101"))).isEmpty();

        bills.release(at("101"), Map.of(month, new Money(1240)));
        assertThat(open("101")).isEqualTo("12.40");
        assertThatThrownBy(() -> bills.release(at("101"), Map.of(month, new Money(1001))))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("没有 10.01 元可以退回"));
        assertThatThrownBy(() -> bills.allocate(at("101"), Map.of(month, Money.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
