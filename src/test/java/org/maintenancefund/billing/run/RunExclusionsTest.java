package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who is billed for a month, who is not and why, and what changed since the month before. */
@IntegrationTest
@Transactional
class RunExclusionsTest extends ChangingArea {

    @Autowired
    SettingService settings;

    private List<String> changed(YearMonth of) {
        return each(
                lists.changes(managed.id(), of).slice(Cursor.start(), 50).items(),
                row -> row.place().door() + " " + row.why());
    }

    private void set(Setting setting, String value) {
        settings.save(setting, value, settings.get(setting).version(), world.administrator());
    }

    @Test
    void theNextMonthAlsoBillsWhatWasDeliveredInThisOneAndSaysWhatIsNew() {
        openedAsWorked("次月苑");
        billed(month);

        in(month.plusMonths(1), () -> {
            Trial trial = trial(month.plusMonths(1));
            assertThat(trial.bills()).isEqualTo(7);
            assertThat(trial.total()).hasToString("226.37");
            assertThat(trial.totalBefore()).hasToString("201.04");
            assertThat(trial.newUnits()).isEqualTo(1);
            assertThat(trial.goneUnits()).isZero();
            assertThat(changed(month.plusMonths(1))).containsExactly("302 上月没有账单");
        });
    }

    @Test
    void whatChangedSinceTheMonthBeforeIsNamedByUnit() {
        openedAsWorked("变化苑");
        billed(month);
        YearMonth next = month.plusMonths(1);
        change("102", next, large(of("102"), "48.90"));
        change("101", next, liable(of("101"), false));

        in(next, () -> {
            assertThat(changed(next)).containsExactlyInAnyOrder("101 不应缴", "102 面积或标准改变", "302 上月没有账单");
            Trial trial = trial(next);
            assertThat(List.of(trial.newUnits(), trial.goneUnits(), trial.changed()))
                    .containsExactly(1L, 1L, 1L);
        });
    }

    // ---- who is not billed

    @Test
    void eachReasonKeepsAUnitOutAndTheFirstThatAppliesIsTold() {
        LocalDate old = LocalDate.of(2020, 3, 1);
        opened(
                "缘由苑",
                AUnit.at("1 栋", "101").deliveredOn(old),
                AUnit.at("1 栋", "102").deliveredOn(old),
                AUnit.at("1 栋", "103").deliveredOn(null),
                AUnit.at("1 栋", "104").deliveredOn(world.today().withDayOfMonth(1)),
                AUnit.at("1 栋", "105").deliveredOn(old),
                AUnit.at("1 栋", "106").unsold().paidBy(AUnit.developer("云州建设公司")));
        change("102", month, liable(of("102"), false));
        change("105", month, chargedFrom(of("105"), month.plusMonths(2)));
        AUnit later = AUnit.at("1 栋", "107");
        registered(new AUnit(later.place(), month.plusMonths(1), later.facts(), later.payer()));
        registered(AUnit.at("1 栋", "108").usedFor(UnitUse.OFFICE).deliveredOn(old));
        entities.flush();

        assertThat(doors(Outcome.BILLED, month)).containsExactly("101", "106");
        assertThat(doors(Outcome.NOT_LIABLE, month)).containsExactly("102");
        assertThat(doors(Outcome.NOT_DELIVERED, month)).containsExactly("103");
        assertThat(doors(Outcome.BEFORE_START, month)).containsExactly("104", "105");
        assertThat(doors(Outcome.NOT_REGISTERED, month)).containsExactly("107");
        assertThat(doors(Outcome.NO_STANDARD, month)).containsExactly("108");
        assertThat(lists.with(Outcome.NOT_LIABLE, managed.id(), month)
                        .slice(Cursor.start(), 5)
                        .items())
                .singleElement()
                .satisfies(row -> assertThat(row.detail()).isEqualTo("实测（报告）"));
        assertThat(doors(Outcome.BEFORE_START, month.plusMonths(1))).containsExactly("105");
    }

    @Test
    void theMonthOfDeliveryIsChargedWhereTheCityHasSettledSo() {
        openedAsWorked("首月苑");
        set(Setting.CHARGE_START, "DELIVERY_MONTH");

        assertThat(doors(Outcome.BILLED, month)).contains("302");
        assertThat(trial(month).total()).hasToString("226.37");
    }

    @Test
    void whatTheBuilderStillAnswersForIsNotChargedWhereTheCityHasSettledSo() {
        LocalDate inWarranty = world.today().withDayOfMonth(1).minusYears(2).plusDays(1);
        opened(
                "保修苑",
                AUnit.at("1 栋", "101").deliveredOn(inWarranty),
                AUnit.at("1 栋", "102").deliveredOn(inWarranty.minusDays(1)),
                AUnit.at("1 栋", "103").unsold().paidBy(AUnit.developer("云州建设公司")));
        set(Setting.CHARGED_IN_WARRANTY, "NO");

        assertThat(doors(Outcome.IN_WARRANTY, month)).containsExactly("101");
        assertThat(doors(Outcome.BILLED, month)).containsExactly("102", "103");

        set(Setting.CHARGED_IN_WARRANTY, "YES");
        assertThat(doors(Outcome.BILLED, month)).containsExactly("101", "102", "103");
    }

    @Test
    void aMissingStandardIsNamedAndKeepsTheWholeRunOut() {
        openedAsWorked("缺准苑");
        registered(AUnit.at("2 栋", "办-01").usedFor(UnitUse.OFFICE));
        entities.flush();

        assertThat(trial(month).missing()).containsExactly("办公（有电梯）");
        assertThatThrownBy(() -> proposed(month))
                .satisfies(refusal -> assertThat(sentence(refusal)).isEqualTo(month + " 没有收取标准：办公（有电梯），共 1 户，不能出账"));
        assertThat(billsOf(month)).isZero();
    }
}
