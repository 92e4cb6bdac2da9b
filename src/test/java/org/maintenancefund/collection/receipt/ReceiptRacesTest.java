package org.maintenancefund.collection.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.collection.receipt.ReceiptService.Received;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.MonthEnd;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What happens when people take money for one area at the very same moment. Nothing is rolled back: the races are real, and each has an
 * area of its own in one district.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptRacesTest {

    private static final int PEOPLE = 8;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    ReceiptService service;

    @Autowired
    ReversalService reversals;

    @Autowired
    AreaMerging merging;

    @Autowired
    CityDecisions decisions;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private int areas;

    @BeforeEach
    void anAreaOfItsOwn() {
        area = CollectedArea.named("竞收苑" + ++areas, world, context);
    }

    /** And others stand on a city that has decided nothing. */
    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(area.violations()).isEmpty();
        decisions.forget();
    }

    @Test
    void receiptsGoAlongWithTheirUnitsAndBack() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = area.receive(area.payment(flat, "30"));
        AreaId kept = world.area("竞收苑" + areas + "南区");

        UUID merge = merging.merge(new MergeOrder(kept, List.of(area.id()), "竞收苑", "同一小区"), world.municipal());
        assertThat(areaOf(number)).isEqualTo(kept.value());

        merging.undo(merge, world.municipal());
        assertThat(areaOf(number)).isEqualTo(area.id().value());
    }

    private UUID areaOf(ReceiptNumber number) {
        return jdbc.sql("SELECT area_id FROM receipt WHERE number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }

    private long receipts() {
        return jdbc.sql("SELECT count(*) FROM receipt WHERE area_id = :area")
                .param("area", area.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void eightPeopleTakeMoneyForAFewFlatsAndNoFenIsLostOrDoubled() throws InterruptedException {
        List<UnitId> flats =
                List.of(area.flat("101"), area.flat("102"), area.flat("103"), area.flat("104"), area.flat("105"));
        area.bill(area.first());
        area.bill(area.thisMonth());
        List<Callable<Money>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Random random = new Random(i);
            CurrentUser person = world.personOf(area.managed().office());
            people.add(() -> {
                Money taken = Money.ZERO;
                for (int payment = 0; payment < 25; payment++) {
                    Money amount = new Money(1 + random.nextInt(400));
                    UnitId flat = flats.get(random.nextInt(flats.size()));
                    area.receive(area.payment(flat, amount.toString()), person);
                    taken = taken.plus(amount);
                }
                return taken;
            });
        }

        List<Race.Outcome<Money>> outcomes = Race.of(people);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        Money taken = Money.sum(outcomes.stream().map(Race.Outcome::value));
        Money billed = new Money(flats.size() * 2 * 22_40L);
        Money left = Money.sum(flats.stream().map(area::prepaid));
        assertThat(receipts()).isEqualTo(PEOPLE * 25L);
        assertThat(area.figures().get(0)).isEqualTo(plain(billed));
        assertThat(area.figures().get(1)).isEqualTo(plain(taken));
        assertThat(area.figures().get(2)).isEqualTo(plain(taken.minus(left)));
        assertThat(area.figures().get(3)).isEqualTo(plain(billed.minus(taken).plus(left)));
        assertThat(jdbc.sql("SELECT count(DISTINCT number) FROM receipt WHERE area_id = :area")
                        .param("area", area.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(PEOPLE * 25L);
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }

    @Test
    void theSamePaymentSentByEightAtOnceIsRecordedOnceAndTheOthersAreAsked() throws InterruptedException {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        Callable<Received> person =
                () -> service.receive(area.id(), area.payment(flat, "22.40"), doubts -> false, area.clerk());

        List<Race.Outcome<Received>> outcomes = Race.of(Collections.nCopies(PEOPLE, person));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.value().number() != null)
                .hasSize(1);
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void theSameExternalNumberSentByEightForDifferentFlatsIsRecordedOnce() throws InterruptedException {
        List<Callable<ReceiptNumber>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            NewReceipt told = area.payment(area.flat(Integer.toString(101 + i)), "10");
            people.add(() -> area.receive(new NewReceipt(
                    told.unit(),
                    told.amount(),
                    told.day(),
                    told.way(),
                    told.from(),
                    told.payer(),
                    List.of(),
                    "WX-1",
                    "")));
        }

        List<Race.Outcome<ReceiptNumber>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfAny(Refusal.class, DataIntegrityViolationException.class));
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void whoTypedTheSameExternalNumberAMomentLaterHasTheFormAgainWithTheSentence() throws InterruptedException {
        List<Callable<MvcTestResult>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            UnitId flat = area.flat(Integer.toString(101 + i));
            CurrentUser person = world.personOf(area.managed().office());
            people.add(() -> pages.post(
                    "/collection/receipts/areas/" + area.id() + "/counter/" + flat,
                    person,
                    Map.of(
                            "amount", "10",
                            "day", area.today().toString(),
                            "way", "SCAN",
                            "from", "OWNER",
                            "payer", "王建国",
                            "externalNumber", "WX-2")));
        }

        List<MvcTestResult> answers =
                Race.of(people).stream().map(Race.Outcome::value).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == 303)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() != 303)
                .allSatisfy(answer -> {
                    assertThat(answer).hasStatus(400);
                    assertThat(Pages.parse(answer).select(".error-summary").text())
                            .contains("同一笔款项只登记一次");
                    assertThat(Pages.parse(answer).select("#amount").val()).isEqualTo("10");
                });
        assertThat(receipts()).isEqualTo(1);
    }

    /** Nobody is refused for having been a moment late, and what whoever closes saw of the month is all there is of it. */
    @Test
    void whoPaysAndTakesBackWhileTheMonthClosesIsInItOrInTheNextOne() throws InterruptedException {
        List<UnitId> flats = List.of(area.flat("101"), area.flat("102"), area.flat("103"), area.flat("104"));
        ReceiptNumber wrong = area.receive(area.payment(flats.get(0), "30"));
        reversals.propose(wrong, "登记错户", area.clerk());
        UUID proposal = area.proposal(wrong);
        MonthEnd closing = new MonthEnd(area.thisMonth(), context);
        try {
            List<Callable<Long>> people = new ArrayList<>();
            people.add(() -> {
                while (landed(area.thisMonth()) < PEOPLE) {
                    Thread.onSpinWait();
                }
                return closing.begin(() -> landed(area.thisMonth()));
            });
            people.add(() -> {
                reversals.confirm(wrong, proposal, area.colleague());
                return 0L;
            });
            flats.forEach(flat -> people.add(() -> {
                for (int payment = 0; payment < 25; payment++) {
                    area.receive(area.payment(flat, "1"));
                }
                return 0L;
            }));

            List<Race.Outcome<Long>> outcomes = Race.of(people);

            assertThat(outcomes).allMatch(Race.Outcome::won);
            assertThat(landed(area.thisMonth()))
                    .isGreaterThanOrEqualTo(PEOPLE)
                    .isEqualTo(outcomes.get(0).value());
            assertThat(landed(area.thisMonth()) + landed(area.thisMonth().plusMonths(1)))
                    .isEqualTo(receipts())
                    .isEqualTo(102);
        } finally {
            closing.forget();
        }
    }

    private long landed(YearMonth month) {
        return jdbc.sql("SELECT count(*) FROM receipt WHERE area_id = :area AND period = :month")
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .query(Long.class)
                .single();
    }

    @Test
    void ofManyWhoConfirmOneReversalOneDoes() throws InterruptedException {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = area.receive(area.payment(flat, "30"));
        reversals.propose(number, "登记错户", area.clerk());
        UUID proposal = area.proposal(number);
        List<Callable<ReceiptNumber>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            CurrentUser person = world.personOf(area.managed().office());
            people.add(() -> reversals.confirm(number, proposal, person));
        }

        List<Race.Outcome<ReceiptNumber>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
        assertThat(area.figures()).containsExactly("22.40", "0.00", "0.00", "22.40", "0.00");
    }

    @Test
    void ofManyWhoProposeToReverseOneReceiptOneDoes() throws InterruptedException {
        ReceiptNumber number = area.receive(area.payment(area.flat("101"), "30"));
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            CurrentUser person = world.personOf(area.managed().office());
            people.add(() -> {
                reversals.propose(number, "登记错户", person);
                return "";
            });
        }

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
    }

    @Test
    void whoPaysWhileTheMonthIsBilledHasPaidIt() throws InterruptedException {
        List<UnitId> flats = new ArrayList<>();
        for (int door = 101; door < 101 + PEOPLE; door++) {
            flats.add(area.flat(Integer.toString(door)));
        }
        List<Callable<String>> people = new ArrayList<>();
        people.add(() -> {
            area.bill(area.first());
            return "";
        });
        flats.forEach(
                flat -> people.add(() -> area.receive(area.payment(flat, "30")).value()));

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(flats).allSatisfy(flat -> {
            assertThat(area.open(flat)).isEmpty();
            assertThat(area.prepaid(flat)).hasToString("7.60");
        });
    }

    @Test
    void whoTakesBackWhileTheNextMonthIsBilledLosesNothing() throws InterruptedException {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = area.receive(area.payment(flat, "50"));
        area.receive(area.payment(flat, "5"));
        reversals.propose(number, "登记错户", area.clerk());
        UUID proposal = area.proposal(number);

        List<Callable<String>> people = List.of(
                () -> {
                    area.bill(area.thisMonth());
                    return "";
                },
                () -> reversals.confirm(number, proposal, area.colleague()).value());

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(area.figures()).containsExactly("44.80", "5.00", "5.00", "39.80", "0.00");
    }

    @Test
    void theDatabaseKeepsAReceiptAsItWasRecorded() {
        ReceiptNumber number = area.receive(area.payment(area.flat("101"), "30"));

        for (String change : List.of(
                "UPDATE receipt SET amount = 1 WHERE number = :number",
                "UPDATE receipt SET received_on = received_on - 1 WHERE number = :number",
                "DELETE FROM receipt WHERE number = :number",
                "UPDATE receipt SET allocated = amount + 1 WHERE number = :number",
                "UPDATE receipt SET reversed = true, allocated = 1 WHERE number = :number",
                "INSERT INTO receipt SELECT gen_random_uuid(), 'SK20200101-0001', unit_id, area_id, mandate_id, organisation_id,"
                        + " enterprise_id, -1, 0, received_on, period, way, payer_kind, payer_name, NULL, NULL, '', recorded_at, recorded_by,"
                        + " recorded_by_name, id, false, 0 FROM receipt WHERE number = :number")) {
            assertThatThrownBy(() ->
                            jdbc.sql(change).param("number", number.value()).update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
