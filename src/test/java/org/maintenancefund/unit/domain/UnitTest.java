package org.maintenancefund.unit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitView;

/** What a unit is, from month to month, and who pays for it, from day to day. */
class UnitTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final CurrentUser CLERK = SignedIn.person(
            "周敏", Role.ENTERPRISE_OPERATOR, new OrgRef(OrgType.ENTERPRISE, UUID.randomUUID()), "甲物业", null);

    private static Unit registered() {
        return Unit.registered(
                AreaId.next(), "DH-00236-00017", AUnit.at("1 栋", "101").told(), "首次登记", CLERK, NOW);
    }

    private static UnitFacts of(String squareMetres) {
        return AUnit.at("1 栋", "101").of(squareMetres).facts();
    }

    private static UnitChange change(int month, String squareMetres) {
        return new UnitChange(YearMonth.of(2026, month), of(squareMetres), "实测", "测绘报告 18 号");
    }

    private static String areas(UnitView unit) {
        return unit.versions().stream()
                .map(version -> version.from() + "–" + (version.until() == null ? "" : version.until()) + " "
                        + version.facts().floorArea())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    @Test
    void aVersionHoldsUntilTheNextOneBegins() {
        Unit unit = registered();

        unit.change(change(6, "90.00"), CLERK, NOW);

        UnitView view = unit.view("1 栋");
        assertThat(areas(view)).isEqualTo("2026-06– 90.00; 2026-01–2026-05 89.58");
        assertThat(view.in(YearMonth.of(2026, 5)).facts()).isEqualTo(of("89.58"));
        assertThat(view.in(YearMonth.of(2026, 6)).facts()).isEqualTo(of("90.00"));
    }

    @Test
    void aChangeBetweenTwoVersionsEndsWhereTheLaterOneBegins() {
        Unit unit = registered();
        unit.change(change(6, "90.00"), CLERK, NOW);

        unit.change(change(3, "91.00"), CLERK, NOW);

        assertThat(areas(unit.view("1 栋"))).isEqualTo("2026-06– 90.00; 2026-03–2026-05 91.00; 2026-01–2026-02 89.58");
    }

    @Test
    void aChangeFromTheMonthOfAVersionPutsThatVersionRight() {
        Unit unit = registered();

        unit.change(change(1, "89.85"), CLERK, NOW);

        UnitView view = unit.view("1 栋");
        assertThat(areas(view)).isEqualTo("2026-01– 89.85");
        assertThat(view.versions().get(0).reason()).isEqualTo("实测");
        assertThat(view.versions().get(0).origin().document()).isEqualTo("测绘报告 18 号");
        assertThat(view.versions().get(0).origin().recordedByName()).isEqualTo("周敏");
    }

    @Test
    void whatHoldsAlreadyIsNoChange() {
        Unit unit = registered();

        assertThatThrownBy(() -> unit.change(change(6, "89.58"), CLERK, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("unit.refusal.same-facts");
    }

    @Test
    void beforeItsFirstMonthAUnitIsWhatItBeginsWith() {
        assertThat(registered().view("1 栋").in(YearMonth.of(2020, 1)).facts()).isEqualTo(of("89.58"));
    }

    @Test
    void onePayerFollowsTheOther() {
        Unit unit = registered();

        unit.changePayer(LocalDate.of(2026, 7, 15), AUnit.owner("李红梅"), "不动产权证", CLERK, NOW);

        UnitView view = unit.view("1 栋");
        assertThat(view.payers()).extracting(from -> from.payer().name()).containsExactly("李红梅", "王建国");
        assertThat(view.payers().get(1).until()).isEqualTo(LocalDate.of(2026, 7, 14));
        assertThat(view.payerOn(LocalDate.of(2026, 7, 14)).orElseThrow().payer()).isEqualTo(AUnit.owner("王建国"));
        assertThat(view.payerOn(LocalDate.of(2026, 7, 15)).orElseThrow().payer()).isEqualTo(AUnit.owner("李红梅"));
        assertThat(view.payerOn(LocalDate.of(2025, 12, 31))).isEmpty();
    }

    @Test
    void thereIsOnePayerOnADay() {
        Unit unit = registered();
        LocalDate day = LocalDate.of(2026, 7, 15);
        unit.changePayer(day, AUnit.owner("李红眉"), "不动产权证", CLERK, NOW);

        unit.changePayer(day, AUnit.owner("李红梅"), "不动产权证", CLERK, NOW);

        assertThat(unit.view("1 栋").payers()).extracting(from -> from.payer().name()).containsExactly("李红梅", "王建国");
        assertThatThrownBy(() -> unit.changePayer(day.plusDays(1), AUnit.owner("李红梅"), "", CLERK, NOW))
                .hasMessage("unit.refusal.same-payer");
    }

    @Test
    void putRightWhereItIsItKeepsItsNumberAndAllElse() {
        Unit unit = registered();
        UnitView before = unit.view("1 栋");

        unit.correct(new UnitPlace("1 栋", "2", 10, "1001"));

        UnitView after = unit.view("1 栋");
        assertThat(after.place().shown()).isEqualTo("1 栋 2 单元 1001");
        assertThat(after.place().floor()).isEqualTo(10);
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.versions()).isEqualTo(before.versions());
        assertThat(after.payers()).isEqualTo(before.payers());
    }
}
