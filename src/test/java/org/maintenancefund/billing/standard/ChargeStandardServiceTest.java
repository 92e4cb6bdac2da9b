package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A standard of the city holds where two of its people agree. */
@IntegrationTest
@Transactional
class ChargeStandardServiceTest {

    private static final CurrentUser MAKER = AChargeStandard.municipal("许拟");
    private static final CurrentUser CHECKER = AChargeStandard.municipal("何核");

    @Autowired
    ChargeStandardService service;

    @Autowired
    org.maintenancefund.billing.ChargeStandards standards;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    private YearMonth now;

    @BeforeEach
    void thisMonth() {
        now = YearMonth.from(world.today());
        aStandard.noneOfTheCity();
    }

    private ChargeStandardId proposed(String rate, YearMonth from) {
        return aStandard.proposed(UnitUse.RESIDENTIAL, true, rate, from, MAKER);
    }

    private static void assertRefused(Runnable what, String sentence) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).contains(sentence));
    }

    @Test
    void aProposalHoldsNothingUntilASecondPersonHasConfirmedIt() {
        ChargeStandardId id = proposed("0.25", now);
        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, true, now)).isEmpty();

        service.confirm(id, 0, CHECKER);

        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, true, now)).hasValueSatisfying(holds -> {
            assertThat(holds.id()).isEqualTo(id);
            assertThat(holds.area()).isEmpty();
            assertThat(holds.rate()).hasToString("0.25");
            assertThat(holds.from()).isEqualTo(now);
            assertThat(holds.document()).isEqualTo("云住建〔2026〕18 号");
        });
        assertThat(service.get(id).decidedByName()).isEqualTo("何核");
        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, false, now)).isEmpty();
        assertThat(standards.ofCityAt(UnitUse.PARKING, true, now)).isEmpty();
        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, true, now.minusMonths(1)))
                .isEmpty();
    }

    @Test
    void whoProposedItCanNeitherConfirmNorRejectIt() {
        ChargeStandardId id = proposed("0.25", now);

        assertRefused(() -> service.confirm(id, 0, MAKER), "要由另一位市管理中心经办人员确认");
        assertRefused(() -> service.reject(id, 0, "不对", MAKER), "要由另一位市管理中心经办人员确认");
        assertThat(service.get(id).isProposed()).isTrue();
    }

    @Test
    void norDoesTheDatabaseLetOnePersonDoBoth() {
        ChargeStandardId id = proposed("0.25", now);

        assertThatThrownBy(() -> jdbc.sql("UPDATE charge_standard SET state = 'IN_FORCE', decided_by = proposed_by,"
                                + " decided_by_name = proposed_by_name, decided_at = proposed_at WHERE id = :id")
                        .param("id", id.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_charge_standard_two_people");
    }

    @Test
    void oneThatWasRejectedNeverHoldsAndLeavesItsMonthFree() {
        ChargeStandardId id = proposed("0.52", now);

        service.reject(id, 0, "与文件不符，应为 0.25", CHECKER);

        assertThat(service.get(id).reason()).isEqualTo("与文件不符，应为 0.25");
        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, true, now)).isEmpty();
        ChargeStandardId right = proposed("0.25", now);
        service.confirm(right, 0, CHECKER);
        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, true, now)).isPresent();
        assertThat(service.history().latest()).extracting(StandardView::id).startsWith(right, id);
        assertThat(service.history().total()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void onlyWhoProposedItTakesItBackAndOnlyWhileItWaits() {
        ChargeStandardId id = proposed("0.25", now);
        assertRefused(() -> service.withdraw(id, 0, CHECKER), "只有提出的人能撤回");

        service.withdraw(id, 0, MAKER);

        assertThat(service.get(id).state()).isEqualTo(StandardState.WITHDRAWN);
        assertThat(service.proposed()).isEmpty();
        assertRefused(() -> service.withdraw(id, 1, MAKER), "这条标准现在是“已撤回”，不能再办理");
        assertRefused(() -> service.confirm(id, 1, CHECKER), "这条标准现在是“已撤回”，不能再办理");
    }

    @Test
    void aMonthThatIsOverIsRefusedAtTheProposalAndAtTheConfirmation() {
        assertRefused(() -> proposed("0.25", now.minusMonths(1)), "起始月份 " + now.minusMonths(1) + " 已过，最早填 " + now);
        ChargeStandardId id = proposed("0.25", now);

        clock.at(now.plusMonths(1).atDay(3).atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
            assertRefused(() -> service.confirm(id, 0, CHECKER), "起始月份 " + now + " 已过");
            service.reject(id, 0, "已过起始月份", CHECKER);
        });
        assertThat(service.get(id).state()).isEqualTo(StandardState.REJECTED);
    }

    @Test
    void twoForTheSameUnitsInTheSameMonthAreRefused() {
        ChargeStandardId first = proposed("0.25", now);
        assertRefused(() -> proposed("0.30", now), "已有一条等待确认的标准：住宅，有电梯：0.25 元/㎡·月，从 " + now + " 起");

        service.confirm(first, 0, CHECKER);

        assertRefused(() -> proposed("0.30", now), "已有从同一个月起的标准：住宅，有电梯：0.25");
        proposed("0.30", now.plusMonths(1));
        aStandard.proposed(UnitUse.RESIDENTIAL, false, "0.25", now, MAKER);
    }

    @Test
    void theSameStandardTwiceIsRefused() {
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", now);
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.30", now.plusMonths(6));

        assertRefused(() -> proposed("0.2500", now.plusMonths(3)), "住宅，有电梯从 " + now + " 起的标准已经是 0.25 元/㎡·月，没有改动");
        assertRefused(() -> proposed("0.30", now.plusMonths(7)), "没有改动");
        proposed("0.30", now.plusMonths(3));
    }

    @Test
    void whoSeesAnOldVersionIsTold() {
        ChargeStandardId id = proposed("0.25", now);
        service.confirm(id, 0, CHECKER);

        assertThatThrownBy(() -> service.reject(id, 0, "不对", CHECKER)).isInstanceOf(StaleVersion.class);
        assertThat(service.get(id).state()).isEqualTo(StandardState.IN_FORCE);
    }

    @Test
    void eachHoldsUntilTheNextOneBegins() {
        ChargeStandardId first = aStandard.ofCity(UnitUse.OFFICE, true, "0.25", now);
        ChargeStandardId third = aStandard.ofCity(UnitUse.OFFICE, true, "0.40", now.plusMonths(8));
        ChargeStandardId second = aStandard.ofCity(UnitUse.OFFICE, true, "0.30", now.plusMonths(3));

        assertThat(holding(now.plusMonths(2))).isEqualTo(first);
        assertThat(holding(now.plusMonths(3))).isEqualTo(second);
        assertThat(holding(now.plusMonths(7))).isEqualTo(second);
        assertThat(holding(now.plusYears(20))).isEqualTo(third);
        assertThat(standards.ofCityFrom(now)).extracting(holds -> holds.id()).containsExactly(first, second, third);
        assertThat(standards.ofCityFrom(now.plusMonths(4)))
                .extracting(holds -> holds.id())
                .containsExactly(second, third);
        assertThat(standards.ofCityFrom(now.minusMonths(1)))
                .extracting(holds -> holds.id())
                .containsExactly(first, second, third);
    }

    private ChargeStandardId holding(YearMonth month) {
        return standards.ofCityAt(UnitUse.OFFICE, true, month).orElseThrow().id();
    }

    @Test
    void bothLiftsAtOnceAreTwoStandardsOrNone() {
        aStandard.ofCity(UnitUse.PARKING, false, "0.10", now);
        List<StandardProposal> both = List.of(
                AChargeStandard.told(UnitUse.PARKING, true, "0.20", now),
                AChargeStandard.told(UnitUse.PARKING, false, "0.20", now));

        assertRefused(() -> service.propose(both, MAKER), "已有从同一个月起的标准：车位，没有电梯");
        assertThat(service.propose(
                        List.of(
                                AChargeStandard.told(UnitUse.OTHER, true, "0.20", now),
                                AChargeStandard.told(UnitUse.OTHER, false, "0.20", now)),
                        MAKER))
                .hasSize(2);
    }

    @Test
    void eachStepStandsInTheTrail() {
        ChargeStandardId id = proposed("0.25", now);
        service.confirm(id, 0, CHECKER);

        assertThat(jdbc.sql("SELECT action || ' ' || object_name FROM audit_entry WHERE object_id = :id ORDER BY id")
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CHARGE_STANDARD_PROPOSED 住宅，有电梯：0.25 元/㎡·月，从 " + now + " 起",
                        "CHARGE_STANDARD_CONFIRMED 住宅，有电梯：0.25 元/㎡·月，从 " + now + " 起");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ChargeStandardId none = new ChargeStandardId(UUID.randomUUID());

        assertThatThrownBy(() -> service.get(none)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.confirm(none, 0, CHECKER)).isInstanceOf(NotFound.class);
    }
}
