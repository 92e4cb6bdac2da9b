package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.ListFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * What happens when people bill, pay and change units at the very same moment. Nothing is rolled back: the races are real, and each
 * has an area of its own in one district.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunRacesTest extends BilledArea {

    private static final int PEOPLE = 8;

    private static final BillList.Filter ALL = new BillList.Filter(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            new ListFilter.Period(Optional.empty(), Optional.empty()),
            Optional.empty());

    @Autowired
    AreaMerging merging;

    @Autowired
    BillList list;

    @Autowired
    BillingMonths months;

    @Autowired
    InvariantService invariants;

    @Autowired
    AdjustmentService adjustments;

    @Autowired
    Batches batches;

    @Autowired
    BatchItems items;

    @Autowired
    BatchWork work;

    @Autowired
    CityDecisions decisions;

    private int names;

    /** The city's standards and settings are everybody's: other tests begin without any. */
    @AfterEach
    void forget() {
        jdbc.sql(
                        "UPDATE bill_adjustment SET state = 'LAPSED', decided_at = NULL, decided_by = NULL, decided_by_name = NULL"
                                + " WHERE unit_id IN (SELECT id FROM unit WHERE area_id = :area)")
                .param("area", managed.id().value())
                .update();
        jdbc.sql("UPDATE bill SET allocated = 0, adjusted = 0 WHERE area_id = :area")
                .param("area", managed.id().value())
                .update();
        jdbc.sql(
                        "UPDATE billing_run SET state = 'TAKEN_BACK', taken_back_at = confirmed_at, taken_back_by = confirmed_by,"
                                + " taken_back_by_name = '测试', taken_back_reason = '测试' WHERE area_id = :area AND state = 'BILLED'")
                .param("area", managed.id().value())
                .update();
        jdbc.sql("DELETE FROM bill WHERE area_id = :area")
                .param("area", managed.id().value())
                .update();
        decisions.forget();
    }

    private void openedOnItsOwn(String name) {
        openedAsWorked(name + ++names);
    }

    private List<CurrentUser> people() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> world.personOf(managed.office()))
                .toList();
    }

    private long live(String kind) {
        return jdbc.sql("SELECT count(*) FROM billing_run WHERE area_id = :area AND state = :state")
                .param("area", managed.id().value())
                .param("state", kind)
                .query(Long.class)
                .single();
    }

    @RepeatedTest(3)
    void ofManyWhoProposeTheSameMonthOneDoes() throws InterruptedException {
        openedOnItsOwn("抢试苑");
        String shown = trial(month).fingerprint();
        List<Callable<RunId>> tries = people().stream()
                .<Callable<RunId>>map(one -> () -> runs.propose(managed.id(), month, shown, "", one))
                .toList();

        List<Race.Outcome<RunId>> outcomes = Race.of(tries);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
        assertThat(live("PROPOSED")).isEqualTo(1);
    }

    @RepeatedTest(3)
    void ofManyWhoConfirmTheSameMonthOneDoesAndThereIsOneBillOfEachUnit() throws InterruptedException {
        openedOnItsOwn("抢账苑");
        RunId run = proposed(month);

        List<Race.Outcome<Object>> outcomes = Race.of(people().stream()
                .<Callable<Object>>map(one -> () -> {
                    runs.confirm(managed.id(), run, one);
                    return one;
                })
                .toList());

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(sentence(outcome.failure())).contains("没有重复生成账单"));
        assertThat(billsOf(month)).isEqualTo(6);
        assertThat(live("BILLED")).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aUnitThatIsChangedDuringARunIsBilledByWhatItWasOrTheRunIsRefusedWhole() throws InterruptedException {
        openedOnItsOwn("边改苑");
        RunId run = proposed(month);
        List<Callable<Object>> steps = new ArrayList<>();
        steps.add(() -> {
            runs.confirm(managed.id(), run, second);
            return "billed";
        });
        for (String door : List.of("101", "102", "201", "202", "商-01", "301", "302")) {
            UnitId id = at(door);
            int seen = unit(id).version();
            UnitFacts facts = unit(id).in(month).facts();
            UnitFacts larger = new UnitFacts(
                    new FloorArea(facts.floorArea().hundredths() + 10_00),
                    facts.source(),
                    facts.use(),
                    facts.lift(),
                    facts.liable(),
                    facts.sold(),
                    facts.deliveredOn(),
                    facts.chargedFrom());
            steps.add(() -> {
                units.change(id, seen, new UnitChange(month, larger, "实测", "报告"), managed.ofOffice());
                return door;
            });
        }

        List<Race.Outcome<Object>> outcomes = Race.of(steps);

        assertThat(outcomes.subList(1, outcomes.size())).allMatch(Race.Outcome::won);
        if (outcomes.get(0).won()) {
            assertThat(amounts(month))
                    .isEqualTo(Map.of(
                            "101", "22.40", "102", "11.98", "201", "32.67", "202", "24.09", "商-01", "87.50", "301",
                            "22.40"));
        } else {
            assertThat(sentence(outcomes.get(0).failure())).contains("请重新试算");
            assertThat(billsOf(month)).isZero();
            assertThat(state(run)).isEqualTo("PROPOSED");
        }
    }

    @RepeatedTest(3)
    void aStandardThatGoesDuringARunIsThereForItsBillsOrTheRunIsRefusedWhole() throws InterruptedException {
        openedOnItsOwn("边废苑");
        RunId run = proposed(month);
        List<Callable<Object>> steps = List.of(
                () -> {
                    runs.confirm(managed.id(), run, second);
                    return "billed";
                },
                () -> jdbc.sql("DELETE FROM charge_standard WHERE area_id IS NULL AND use = 'COMMERCIAL'")
                        .update());

        List<Race.Outcome<Object>> outcomes = Race.of(steps);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(billsOf(month)).isEqualTo(outcomes.get(0).won() ? 6 : 0);
        if (outcomes.get(0).won()) {
            assertThat(outcomes.get(1).failure()).hasMessageContaining("a standard that bills were made of stays");
        } else {
            assertThat(outcomes.get(0).failure()).isInstanceOfAny(Refusal.class, DataIntegrityViolationException.class);
        }
    }

    @RepeatedTest(3)
    void manyWhoPayTheSameBillPayItOnceAndNotAFenMore() throws InterruptedException {
        openedOnItsOwn("抢付苑");
        billed(month);

        List<Race.Outcome<Object>> outcomes = Race.of(IntStream.range(0, PEOPLE)
                .<Callable<Object>>mapToObj(i -> () -> {
                    pay(at("101"), month, "5.00");
                    return i;
                })
                .toList());

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(4);
        assertThat(bills.open(at("101")))
                .singleElement()
                .satisfies(bill -> assertThat(bill.open()).hasToString("2.40"));
    }

    @RepeatedTest(3)
    void aPaymentDuringATakingBackIsThereWithItsBillOrIsRefused() throws InterruptedException {
        openedOnItsOwn("抢撤苑");
        RunId run = billed(month);
        List<Callable<Object>> steps = List.of(
                () -> {
                    runs.takeBack(managed.id(), run, "标准录错", second);
                    return "taken back";
                },
                () -> {
                    pay(at("101"), month, "5.00");
                    return "paid";
                });

        List<Race.Outcome<Object>> outcomes = Race.of(steps);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(billsOf(month)).isEqualTo(outcomes.get(1).won() ? 6 : 0);
    }

    @RepeatedTest(3)
    void anAdjustmentAndAPaymentNeverMakeABillLessThanWhatIsPaid() throws InterruptedException {
        openedOnItsOwn("抢调苑");
        billed(month);
        AdjustmentId less =
                adjustments.propose(new NewAdjustment(at("101"), month, new Money(-20_00), "减免", "批复 1 号"), first);
        List<Callable<Object>> steps = List.of(
                () -> {
                    adjustments.confirm(at("101"), less, second);
                    return "adjusted";
                },
                () -> {
                    pay(at("101"), month, "5.00");
                    return "paid";
                });

        assertThat(Race.of(steps)).filteredOn(Race.Outcome::won).hasSize(1);
    }

    @RepeatedTest(3)
    void ofManyWhoProposeAnAdjustmentOfTheSameBillOneDoes() throws InterruptedException {
        openedOnItsOwn("抢提苑");
        billed(month);

        List<Race.Outcome<AdjustmentId>> outcomes = Race.of(people().stream()
                .<Callable<AdjustmentId>>map(one ->
                        () -> adjustments.propose(new NewAdjustment(at("101"), month, new Money(1_00), "补", "单"), one))
                .toList());

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
    }

    @RepeatedTest(2)
    void workersThatTakeUpTheSameBatchDoEachAreaOnceAndSayWhatCannotBeDone() throws InterruptedException {
        openedOnItsOwn("抢批苑");
        UUID tried = batches.askAll(BatchAction.PROPOSE, first);
        BatchView view = items.find(tried).orElseThrow();
        List<Callable<Boolean>> workers = List.of(() -> work.step(view), () -> work.step(view));

        assertThat(Race.of(workers)).allMatch(Race.Outcome::won);
        assertThat(live("PROPOSED")).isEqualTo(1);

        // The trial changes meanwhile: its confirmation is refused, and the batch says so.
        UUID billed = batches.askAll(BatchAction.CONFIRM, second);
        registered(AUnit.at("2 栋", "办-01").usedFor(UnitUse.OFFICE));
        work.step(items.find(billed).orElseThrow());

        assertThat(batches.items(billed).slice(Cursor.start(), 5).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.state()).isEqualTo(BatchItemState.REFUSED);
                    assertThat(item.refusal()).contains("没有收取标准：办公（有电梯）");
                });
        assertThat(billsOf(month)).isZero();
    }

    // ---- what only shows once it is kept

    @Test
    void whatMustHoldOfBillsHoldsBehindEachStepAndIsFoundWhereItDoesNot() {
        openedOnItsOwn("恒等苑");
        RunId run = billed(month);
        AdjustmentId more = adjustments.propose(new NewAdjustment(at("101"), month, new Money(1_00), "补", "单"), first);
        adjustments.confirm(at("101"), more, second);
        assertThat(broken()).isEmpty();

        jdbc.sql("UPDATE billing_run SET total = total + 1 WHERE id = :id")
                .param("id", run.value())
                .update();
        jdbc.sql("UPDATE bill SET adjusted = adjusted + 1 WHERE unit_id = :unit")
                .param("unit", at("201").value())
                .update();

        assertThat(broken()).containsExactlyInAnyOrder("run-figures", "bill-adjusted");
    }

    private List<String> broken() {
        return each(invariants.violations(), violation -> violation.invariant().name());
    }

    @Test
    void billsGoWithTheirUnitsWhereAreasAreMergedAndATrialThatWaitsIsGivenUp() {
        openedOnItsOwn("并账苑");
        billed(month);
        AreaId kept = world.area(area().name() + "南区");
        transaction.executeWithoutResult(status -> register.changeBuildings(kept, ManagedArea.buildings("8 栋")));
        in(month.plusMonths(1), () -> {
            RunId waiting = proposed(month.plusMonths(1));

            merging.merge(new MergeOrder(kept, List.of(managed.id()), "并账苑", "同一小区"), world.municipal());

            assertThat(state(waiting)).isEqualTo("DISCARDED");
            assertThat(list.of(kept, SeenMonths.ALL, ALL)
                            .slice(Cursor.start(), 50)
                            .items())
                    .hasSize(6);
            assertThat(months.find(kept).orElseThrow().next()).isEqualTo(month.plusMonths(1));
        });
    }

    @Test
    void aRunMadeAfterAMergeStandsAgainstTakingItApartUntilItIsTakenBack() {
        openedOnItsOwn("并账苑");
        AreaId kept = world.area(area().name() + "南区");
        transaction.executeWithoutResult(status -> register.changeBuildings(kept, ManagedArea.buildings("8 栋")));
        UUID merge = merging.merge(new MergeOrder(kept, List.of(managed.id()), "并账苑", "同一小区"), world.municipal());
        assertThat(merging.whyNotUndone(merge)).isEmpty();
        RunId run = runs.propose(kept, month, null, "首月", first);
        runs.confirm(kept, run, second);

        assertThatThrownBy(() -> merging.undo(merge, world.municipal()))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("合并后 " + month + " 已出账", "请先撤回"));

        runs.takeBack(kept, run, "合并有误", first);
        merging.undo(merge, world.municipal());
        assertThat(billed(month)).isNotNull();
        assertThat(billsOf(month)).isEqualTo(6);
    }
}
