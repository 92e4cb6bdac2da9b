package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** 试算 and 出账 by two people, month after month, and taking back. */
@IntegrationTest
@Transactional
class RunServiceTest extends ChangingArea {

    @Autowired
    MissedMonths missed;

    @Autowired
    BillingMonths months;

    // ---- the worked month

    @Test
    void theWorkedMonthIsBilledToTheFen() {
        openedAsWorked("账清苑");

        Trial trial = trial(month);

        assertThat(trial.bills()).isEqualTo(6);
        assertThat(trial.total()).hasToString("201.04");
        assertThat(trial.count(Outcome.BEFORE_START)).isEqualTo(1);
        assertThat(doors(Outcome.BEFORE_START, month)).containsExactly("302");

        billed(month);

        assertThat(amounts(month))
                .isEqualTo(Map.of(
                        "101", "22.40", "102", "11.98", "201", "32.67", "202", "24.09", "商-01", "87.50", "301",
                        "22.40"));
        assertThat(bills.open(at("201"))).singleElement().satisfies(bill -> {
            assertThat(bill.formula()).startsWith("130.66").contains("0.25");
            assertThat(bill.open()).hasToString("32.67");
        });
    }

    // ---- two people

    @Test
    void whoProposedItCannotConfirmItButAnotherOneOfTheCompanyCan() {
        openedAsWorked("双人苑");
        RunId run = proposed(month);

        assertThatThrownBy(() -> runs.confirm(managed.id(), run, first))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("由另一名经办人确认"));
        entities.clear();
        assertThat(billsOf(month)).isZero();

        runs.confirm(managed.id(), run, managed.ofCompany());

        assertThat(billsOf(month)).isEqualTo(6);
        assertThatThrownBy(() -> jdbc.sql("UPDATE billing_run SET confirmed_by = proposed_by WHERE id = :id")
                        .param("id", run.value())
                        .update())
                .hasMessageContaining("ck_billing_run_two_people");
    }

    @Test
    void pressedTwiceThereIsOneRun() {
        openedAsWorked("一次苑");
        RunId run = billed(month);

        assertThatThrownBy(() -> runs.confirm(managed.id(), run, second))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("没有重复生成账单"));
        assertThatThrownBy(() -> proposed(month.plusMonths(1)))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("还没有开始"));
        entities.clear();
        assertThat(billsOf(month)).isEqualTo(6);
    }

    @Test
    void theSameTrialIsProposedOnceAndAnotherOneTakesItsPlaceWhereSomethingChanged() {
        openedAsWorked("重试苑");
        RunId earlier = proposed(month);

        assertThatThrownBy(() -> proposed(month))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("正在等待确认"));

        change("101", month, large(of("101"), "100.00"));
        RunId again = proposed(month);

        assertThat(state(earlier)).isEqualTo("DISCARDED");
        runs.confirm(managed.id(), again, second);
        assertThat(amounts(month)).containsEntry("101", "25.00");
    }

    @Test
    void whatChangedSinceTheTrialKeepsTheConfirmationOut() {
        openedAsWorked("变动苑");
        RunId run = proposed(month);
        change("101", month, large(of("101"), "100.00"));
        entities.flush();

        assertThatThrownBy(() -> runs.confirm(managed.id(), run, second))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("请重新试算"));
    }

    @Test
    void whatWasShownIsWhatIsProposed() {
        openedAsWorked("所见苑");
        String shown = trial(month).fingerprint();
        change("101", month, large(of("101"), "100.00"));
        entities.flush();

        assertThatThrownBy(() -> runs.propose(managed.id(), month, shown, "", first))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("请重新核对"));
    }

    @Test
    void aSumFarFromThatOfTheMonthBeforeWantsAWord() {
        openedAsWorked("两成苑");
        billed(month);
        YearMonth next = month.plusMonths(1);
        change("商-01", next, large(of("商-01"), "480.00"));

        in(next, () -> {
            assertThat(trial(next).wantsRemark()).isTrue();
            assertThatThrownBy(() -> proposed(next))
                    .satisfies(refusal -> assertThat(sentence(refusal)).contains("超过 20%"));
            assertThat(runs.propose(managed.id(), next, trial(next).fingerprint(), "商铺重新测绘", first))
                    .isNotNull();
        });
    }

    @Test
    void exactlyAFifthNeedsNoWord() {
        Trial fifth = new Trial(
                AreaId.next(),
                YearMonth.of(2026, 11),
                RunKind.REGULAR,
                Map.of(),
                yuan("120.00"),
                1,
                yuan("100.00"),
                0,
                0,
                0,
                List.of(),
                "");
        Trial more = new Trial(
                AreaId.next(),
                YearMonth.of(2026, 11),
                RunKind.REGULAR,
                Map.of(),
                yuan("120.01"),
                1,
                yuan("100.00"),
                0,
                0,
                0,
                List.of(),
                "");

        assertThat(fifth.wantsRemark()).isFalse();
        assertThat(more.wantsRemark()).isTrue();
    }

    private static Money yuan(String typed) {
        return Money.parse(typed).value();
    }

    // ---- which month

    @Test
    void monthsAreBilledOneAfterTheOtherFromTheOpeningOnAndNoneBeforeItHasBegun() {
        openedAsWorked("顺序苑");

        assertThatThrownBy(() -> trial(month.minusMonths(1)))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("开通收取以前"));
        assertThatThrownBy(() -> trial(month.plusMonths(1)))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("还没有开始"));
        in(month.plusMonths(2), () -> {
            assertThatThrownBy(() -> trial(month.plusMonths(1)))
                    .satisfies(refusal -> assertThat(sentence(refusal)).contains("按月依次"));
            billed(month);
            assertThat(months.find(managed.id()).orElseThrow().next()).isEqualTo(month.plusMonths(1));
            billed(month.plusMonths(1));
            assertThat(billsOf(month.plusMonths(1))).isEqualTo(7);
        });
    }

    @Test
    void missedMonthsAreRunsOfTheirOwnWithOneBillAMonth() {
        openedAsWorked("补账苑");
        YearMonth next = month.plusMonths(1);
        billed(month);
        in(next, () -> {
            billed(next);
            assertThat(missed.of(managed.id(), months.find(managed.id()).orElseThrow()))
                    .isEmpty();
            assertThatThrownBy(() -> proposed(month))
                    .satisfies(refusal -> assertThat(sentence(refusal)).contains("没有漏出的账单"));

            AUnit late = AUnit.at("2 栋", "909").of("100.00");
            UnitId unit = registered(new AUnit(late.place(), month, late.facts(), late.payer()));
            entities.flush();
            assertThat(each(
                            missed.of(managed.id(), months.find(managed.id()).orElseThrow()),
                            one -> one.period() + " " + one.bills() + " " + one.total()))
                    .containsExactly(month + " 1 25.00", next + " 1 25.00");
            assertThat(trial(month).kind()).isEqualTo(RunKind.MISSED);
            billed(month);
            billed(next);

            assertThat(each(bills.open(unit), bill -> bill.period() + " " + bill.open()))
                    .containsExactly(month + " 25.00", next + " 25.00");
            assertThat(billsOf(month)).isEqualTo(7);
        });
    }

    // ---- rights

    @Test
    void nobodyBillsWhoDoesNotCollectThere() {
        openedAsWorked("权限苑");
        RunId run = proposed(month);
        for (CurrentUser other : List.of(
                world.personOf(managed.committee()), world.clerk(), world.municipal(), world.clerkElsewhere())) {
            assertThatThrownBy(() -> runs.propose(managed.id(), month, null, "", other))
                    .as(other.role().name())
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> runs.confirm(managed.id(), run, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> runs.takeBack(managed.id(), run, "错", other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> runs.discard(managed.id(), run, other)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> runs.confirm(managed.id(), RunId.next(), second))
                .isInstanceOf(NotFound.class);
    }

    // ---- taking back

    @Test
    void aRunIsTakenBackWhileNothingIsPaidAndTheMonthCanBeBilledAnew() {
        openedAsWorked("撤回苑");
        RunId run = billed(month);
        pay(at("101"), month, "10.00");

        assertThatThrownBy(() -> runs.takeBack(managed.id(), run, "标准录错", second))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("1 户已有收款"));
    }

    @Test
    void takenBackItsBillsAreGoneAndTheRunStaysWithItsReason() {
        openedAsWorked("撤账苑");
        RunId run = billed(month);

        runs.takeBack(managed.id(), run, "标准录错", second);

        assertThat(billsOf(month)).isZero();
        assertThat(state(run)).isEqualTo("TAKEN_BACK");
        assertThatThrownBy(() -> runs.takeBack(managed.id(), run, "再来", second))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("已撤回"));
        entities.clear();
        billed(month);
        assertThat(billsOf(month)).isEqualTo(6);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action IN ('BILLS_PROPOSED', 'BILLS_MADE',"
                                + " 'BILLS_TAKEN_BACK') AND object_id = :code")
                        .param("code", area().code())
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }
}
