package org.maintenancefund.unit.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.OpeningBalance;
import org.maintenancefund.unit.OpeningBalances;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 期初余额: who enters, checks and decides them, what is refused on the way, and that they stay once approved. */
@IntegrationTest
@Transactional
class OpeningServiceTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    OpeningService openings;

    @Autowired
    OpeningLineService lines;

    @Autowired
    OpeningReview review;

    @Autowired
    OpeningBalances balances;

    @Autowired
    AnOpening an;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private UnitId first;
    private UnitId second;

    @BeforeEach
    void anAreaWithTwoFlats() {
        managed = ManagedArea.named("承前苑", world, register, transaction, "1 栋", "2 栋");
        first = flat("101");
        second = flat("102");
    }

    private UnitId flat(String door) {
        return units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice());
    }

    private OpeningView sheet() {
        entities.flush();
        entities.clear();
        return an.view(managed);
    }

    private OpeningBalance of(UnitId unit) {
        entities.flush();
        return balances.of(unit).orElseThrow();
    }

    private static void refused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).startsWith(sentence));
    }

    private void bothEntered() {
        an.begun(managed, "8,000.00");
        an.entered(managed, first, "10,000.00", "2,999.99");
        an.entered(managed, second, null, "5,000.01");
    }

    // ---- the sheet

    @Test
    void theOfficeBeginsWithADayAndWhatWasTakenOver() {
        an.begun(managed, "8,000.00");

        assertThat(sheet().header()).isEqualTo(AnOpening.header("8,000.00", ""));
        assertThat(sheet().state()).isEqualTo(OpeningState.DRAFT);
        assertThat(sheet().changed().name()).isEqualTo("郑负责");
        assertThat(balances.stateOf(managed.id())).hasValue(OpeningState.DRAFT);
        assertThat(balances.missing(managed.id())).isEqualTo(2);
    }

    @Test
    void aDayStillToComeIsRefusedAndTodayIsNot() {
        OpeningHeader tomorrow = new OpeningHeader(world.today().plusDays(1), Money.ZERO, "");
        OpeningHeader today = new OpeningHeader(world.today(), Money.ZERO, "");

        refused(
                () -> openings.tell(managed.id(), OpeningService.NONE, tomorrow, managed.ofOffice()),
                "截止日期 " + world.today().plusDays(1) + " 还没有到");
        assertThat(openings.tell(managed.id(), OpeningService.NONE, today, managed.ofOffice()))
                .isNotNull();
    }

    @Test
    void whoBeginsWhatAnotherHasBegunIsToldSoAndChangesNothing() {
        an.begun(managed, "8,000.00");

        assertThatThrownBy(() -> openings.tell(
                        managed.id(), OpeningService.NONE, AnOpening.header("1.00", ""), managed.ofCompany()))
                .isInstanceOf(StaleVersion.class);
        an.told(managed, "8,000.50", "利息未分户", managed.ofCompany());

        assertThat(sheet().header()).isEqualTo(AnOpening.header("8,000.50", "利息未分户"));
        assertThat(trail("OPENING_CHANGED")).contains("8,000.00", "8,000.50", "利息未分户");
    }

    private String trail(String action) {
        entities.flush();
        return jdbc.sql("SELECT string_agg(changes::text, ' ') FROM audit_entry WHERE action = :action"
                        + " AND (object_id IN (SELECT id::text FROM opening_sheet WHERE area_id = :area)"
                        + " OR object_id IN (SELECT id::text FROM unit WHERE area_id = :area))")
                .param("action", action)
                .param("area", managed.id().value())
                .query(String.class)
                .single();
    }

    // ---- lines

    @Test
    void aLineIsEnteredPutRightAndTakenOutAndTheTrailHasEachStep() {
        an.begun(managed, "8,000.00");
        an.entered(managed, first, "10,000.00", "2,999.99");

        assertThat(of(first))
                .isEqualTo(new OpeningBalance(
                        new Money(10_000_00), new Money(2_999_99), AnOpening.DAY, OpeningState.DRAFT));
        an.entered(managed, first, null, "3,000.00", managed.ofCompany());
        assertThat(of(first).original()).isNull();
        assertThat(of(first).balance()).hasToString("3,000.00");
        assertThat(lines.get(managed.id(), first, managed.ofOffice()).by()).isEqualTo("周敏");

        lines.remove(
                managed.id(),
                first,
                lines.get(managed.id(), first, managed.ofOffice()).version(),
                managed.ofOffice());
        entities.flush();

        assertThat(balances.of(first)).isEmpty();
        assertThat(trail("OPENING_LINE_ENTERED")).contains("2,999.99", "3,000.00");
        assertThat(trail("OPENING_LINE_REMOVED")).contains("3,000.00");
    }

    @Test
    void beforeADayIsToldNothingIsEntered() {
        refused(() -> an.entered(managed, first, null, "1.00"), "请先填写截止日期和接收金额");
    }

    @Test
    void whatSomebodyElseEnteredMeanwhileIsNotOverwritten() {
        an.begun(managed, "8,000.00");
        an.entered(managed, first, null, "5.00");
        int seen = lines.get(managed.id(), first, managed.ofOffice()).version();
        an.entered(managed, first, null, "6.00", managed.ofCompany());

        for (int stale : List.of(OpeningService.NONE, seen)) {
            assertThatThrownBy(() ->
                            lines.enter(managed.id(), stale, AnOpening.entry(first, null, "7.00"), managed.ofOffice()))
                    .isInstanceOf(StaleVersion.class);
        }
        assertThatThrownBy(() -> lines.remove(managed.id(), first, seen, managed.ofOffice()))
                .isInstanceOf(StaleVersion.class);
        assertThat(of(first).balance()).hasToString("6.00");
    }

    @Test
    void aUnitOfAnotherAreaIsNotFoundInThisOne() {
        ManagedArea other = ManagedArea.named("别家旧苑", world, register, transaction, "1 栋");
        UnitId theirs = units.register(other.id(), AUnit.at("1 栋", "101").told(), other.ofOffice());
        an.begun(managed, "8,000.00");

        assertThatThrownBy(() -> lines.enter(
                        managed.id(), OpeningService.NONE, AnOpening.entry(theirs, null, "1.00"), managed.ofOffice()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lines.get(other.id(), first, managed.ofOffice()))
                .isInstanceOf(NotFound.class);
    }

    // ---- checking

    @Test
    void aSecondPersonChecksAndTheDistrictApprovesAndThenTheyAreThereForTheLedger() {
        bothEntered();

        an.checked(managed, managed.ofCompany());

        assertThat(sheet().state()).isEqualTo(OpeningState.CHECKED);
        assertThat(sheet().checked().name()).isEqualTo("周敏");
        assertThat(published()).isEmpty();
        an.approved(managed, world.clerk());

        assertThat(sheet().state()).isEqualTo(OpeningState.APPROVED);
        assertThat(sheet().approved().name()).isEqualTo("陈晓梅");
        assertThat(balances.stateOf(managed.id())).hasValue(OpeningState.APPROVED);
        assertThat(published())
                .containsExactlyInAnyOrder(
                        Map.of("original", 10_000_00L, "balance", 2_999_99L),
                        Map.of("original", -1L, "balance", 5_000_01L));
        assertThat(trail("OPENING_CHECKED")).contains("草稿", "待审核", "8,000.00");
        assertThat(trail("OPENING_APPROVED")).contains("待审核", "已核准");
    }

    private List<Map<String, Object>> published() {
        entities.flush();
        return jdbc.sql("SELECT coalesce(original, -1) AS original, balance FROM unit_opening_balance b"
                        + " JOIN unit u ON u.id = b.unit_id WHERE u.area_id = :area AND b.as_of = :day")
                .param("area", managed.id().value())
                .param("day", AnOpening.DAY)
                .query()
                .listOfRows();
    }

    @Test
    void whoTypedTheAmountOrEnteredALineOrChangedItLastDoesNotCheck() {
        bothEntered();
        refused(() -> an.checked(managed, managed.ofOffice()), "您登记过这份期初余额");

        an.entered(managed, first, null, "2,999.99", managed.ofCompany());
        refused(() -> an.checked(managed, managed.ofCompany()), "您登记过这份期初余额");
        refused(() -> an.checked(managed, managed.ofOffice()), "您登记过这份期初余额");

        CurrentUser third = world.personOf(managed.company());
        UnitId more = flat("103");
        an.entered(managed, more, null, "1.00", third);
        lines.remove(managed.id(), more, lines.get(managed.id(), more, third).version(), third);
        refused(() -> an.checked(managed, third), "您登记过这份期初余额");
    }

    @Test
    void whoSavesTheLinesOfAnotherOnceMoreMakesThemTheirs() {
        bothEntered();
        an.entered(managed, first, "10,000.00", "2,999.99", managed.ofCompany());
        an.entered(managed, first, "10,000.00", "2,999.99", managed.ofOffice());

        an.checked(managed, managed.ofCompany());

        assertThat(sheet().state()).isEqualTo(OpeningState.CHECKED);
    }

    @Test
    void withoutALineOrWithADifferenceThatNobodyExplainsItDoesNotGoOn() {
        an.begun(managed, "8,000.00");
        refused(() -> an.checked(managed, managed.ofCompany()), "还没有登记任何一户");
        an.entered(managed, first, null, "7,999.99");
        refused(() -> an.checked(managed, managed.ofCompany()), "各户合计 7,999.99 元与接收金额 8,000.00 元不一致，请先写明");

        an.told(managed, "8,000.00", "一分钱尾差", managed.ofOffice());
        an.checked(managed, managed.ofCompany());

        assertThat(sheet().state()).isEqualTo(OpeningState.CHECKED);
    }

    @Test
    void whoLookedBeforeALineChangedChecksNothing() {
        bothEntered();
        OpeningView seen = sheet();
        an.entered(managed, first, null, "3,000.00");
        entities.flush();

        assertThatThrownBy(() -> review.check(seen.id(), seen.version(), managed.ofCompany()))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatIsCheckedCanNotBeChangedUntilItIsReturned() {
        bothEntered();
        an.checked(managed, managed.ofCompany());

        refused(() -> an.entered(managed, first, null, "1.00"), "这份期初余额已复核，正由区中心审核");
        refused(() -> an.told(managed, "1.00", "", managed.ofOffice()), "这份期初余额已复核");
        refused(() -> an.checked(managed, world.personOf(managed.company())), "这份期初余额已复核");
        an.returned(managed, "2 栋没有登记", world.clerk());

        assertThat(sheet().state()).isEqualTo(OpeningState.RETURNED);
        assertThat(sheet().returnReason()).isEqualTo("2 栋没有登记");
        refused(() -> an.checked(managed, managed.ofCompany()), "区中心已退回，请先更正再复核");
        an.entered(managed, first, null, "3,000.00");

        assertThat(sheet().state()).isEqualTo(OpeningState.DRAFT);
        assertThat(sheet().returnReason()).as("for who looks at it again").isEqualTo("2 栋没有登记");
        assertThat(sheet().checked()).isNull();
        an.told(managed, "8,000.01", "", managed.ofOffice());
        an.checked(managed, managed.ofCompany());
        an.approved(managed, world.clerk());
        assertThat(trail("OPENING_RETURNED")).contains("2 栋没有登记");
    }

    @Test
    void whatIsApprovedStaysAndWhatWasLeftOutComesWithAnotherSheet() {
        bothEntered();
        an.checked(managed, managed.ofCompany());
        an.approved(managed, world.clerk());
        entities.clear();
        UnitId forgotten = flat("103");

        refused(() -> an.entered(managed, forgotten, null, "1.00"), "请先填写截止日期和接收金额");
        an.begun(managed, "1.00");
        assertThat(balances.stateOf(managed.id())).hasValue(OpeningState.DRAFT);
        refused(() -> an.entered(managed, first, null, "1.00"), "这一户的期初余额已核准");
        an.entered(managed, forgotten, null, "1.00");
        an.checked(managed, managed.ofCompany());
        an.approved(managed, world.clerk());

        assertThat(published()).hasSize(3);
        assertThat(balances.missing(managed.id())).isZero();
        assertThat(of(first).balance()).hasToString("2,999.99");
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        bothEntered();
        an.checked(managed, managed.ofCompany());
        OpeningView seen = sheet();
        review.approve(seen.id(), seen.version(), world.clerk());
        entities.flush();

        assertThatThrownBy(() -> review.giveBack(seen.id(), seen.version(), "晚了", world.clerk()))
                .isInstanceOf(StaleVersion.class);
        refused(() -> an.returned(managed, "晚了", world.clerk()), "这份期初余额已核准");
    }

    // ---- who

    @Test
    void whoOnlySeesTheUnitsEntersChecksAndDecidesNothing() {
        bothEntered();
        OpeningView seen = sheet();
        CurrentUser ofCommittee = world.personOf(managed.committee());

        for (CurrentUser reader : List.of(ofCommittee, world.clerk(), world.municipal())) {
            assertThatThrownBy(() -> an.entered(managed, first, null, "1.00", reader))
                    .as(reader.role().name())
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> openings.tell(managed.id(), seen.version(), AnOpening.header("1.00", ""), reader))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> review.check(seen.id(), seen.version(), reader))
                    .isInstanceOf(NotFound.class);
        }
        an.checked(managed, managed.ofCompany());
        OpeningView checked = sheet();
        for (CurrentUser other : List.of(ofCommittee, managed.ofCompany(), world.municipal(), world.clerkElsewhere())) {
            assertThatThrownBy(() -> review.approve(checked.id(), checked.version(), other))
                    .as(other.role().name())
                    .isInstanceOf(NotFound.class);
        }
        assertThat(review.get(seen.id(), world.municipal()).sheet().id()).isEqualTo(seen.id());
    }

    @Test
    void forEverybodyElseThereIsNoSuchSheet() {
        bothEntered();
        OpeningView seen = sheet();
        ManagedArea other = ManagedArea.named("别家新苑", world, register, transaction, "1 栋");

        for (CurrentUser stranger : List.of(other.ofCompany(), other.ofOffice(), world.clerkElsewhere())) {
            assertThatThrownBy(() -> review.get(seen.id(), stranger))
                    .as(stranger.role().name())
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> review.check(seen.id(), seen.version(), stranger))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> an.entered(managed, first, null, "1.00", stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> review.get(OpeningId.next(), world.clerk())).isInstanceOf(NotFound.class);
    }

    @Test
    void whoHasNobodyBesideThemIsAlone() {
        CurrentUser person = world.withAccount(world.personOf(managed.office()), "opening-one");

        assertThat(review.isAlone(person)).isTrue();
        world.withAccount(world.personOf(managed.office()), "opening-two");
        assertThat(review.isAlone(person)).isFalse();
    }

    @Test
    void aUnitThatNeedNotPayIsNotMissed() {
        units.register(managed.id(), AUnit.at("2 栋", "201").exempt().told(), managed.ofOffice());
        an.begun(managed, "1.00");

        assertThat(balances.missing(managed.id())).isEqualTo(2);
    }
}
