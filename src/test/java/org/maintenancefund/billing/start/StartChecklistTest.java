package org.maintenancefund.billing.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.billing.start.ACollectedArea.Collected;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The lines of the checklist before a community is opened, and who has to do what. */
@IntegrationTest
@Transactional
class StartChecklistTest extends AnAreaToOpen {

    @Autowired
    UnitService units;

    @Autowired
    AnOpening openings;

    @Autowired
    AChargeStandard standards;

    /** The line of that title as the person reads it. */
    private Element line(Collected area, CurrentUser reader, String title) {
        return pages.open(path(area.id()), reader).select("#requirements li").stream()
                .filter(line -> line.select("strong").text().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAMandateTheCommitteeIsLedToItsApplication() {
        Collected area = areas.managed(world, "听莲苑");

        Element line = line(area, area.ofCommittee(), "收取授权");

        assertThat(line.text()).contains("没有有效的收取授权", "由业委会办理", "未具备");
        assertThat(line.select("a").attr("href")).isEqualTo("/mandates");
        assertThat(line(area, world.clerk(), "收取授权").select("a"))
                .as("no page of the district's")
                .isEmpty();
        assertThat(pages.get(path(area.id()), area.ofOffice()))
                .as("who manages without a mandate collects nothing")
                .hasStatus(404);
    }

    @Test
    void aMandateThatRunsIsNamedAndOneToComeIsWaitedFor() {
        Collected area = areas.mandated(world, "听莲苑");
        assertThat(line(area, area.ofOffice(), "收取授权").text())
                .contains("云州听莲苑物业有限公司 · 听莲苑管理处，" + world.today() + " 至 ", "已具备");

        Collected later = areas.managed(world, "听藕苑");
        world.mandate(
                later.committee(), world.today().plusDays(5), world.today().plusDays(300));

        assertThat(line(later, later.ofOffice(), "收取授权").text())
                .contains("从 " + world.today().plusDays(5) + " 起生效，生效后才能开通", "未具备");
        assertThat(pages.open(path(later.id()), later.ofOffice()).select("#open"))
                .isEmpty();
        assertThat(pages.post(opening(later.id()), later.ofOffice(), Map.of("month", month(0).toString())))
                .hasStatus(404);
    }

    @Test
    void theUnitsStandBesideTheCommunityInformation() {
        Collected area = areas.mandated(world, "听莲苑");
        assertThat(line(area, area.ofOffice(), "房屋底册").text()).contains("还没有登记房屋；社区信息是 2 户", "由收取单位办理", "未具备");

        areas.unit(area, "101");
        Element apart = line(area, area.ofOffice(), "房屋底册");
        assertThat(apart.text()).contains("已登记 1 户，89.58 ㎡；社区信息是 2 户，179.16 ㎡", "请核对");
        assertThat(apart.select("a").attr("href")).isEqualTo("/units/areas/" + area.id());

        areas.unit(area, "102");
        assertThat(line(area, area.ofOffice(), "房屋底册").text()).contains("已登记 2 户，179.16 ㎡，与社区信息一致", "已具备");
    }

    @Test
    void eachUnitThatHasToPayNeedsSomebodyWhoDoes() {
        Collected area = areas.mandated(world, "听莲苑");
        assertThat(line(area, area.ofOffice(), "缴款义务人").text()).contains("登记房屋以后再核对", "未具备");

        areas.unit(area, "101");
        units.register(area.id(), AUnit.at("1 栋", "102").paidBy(null).told(), area.ofOffice());
        assertThat(line(area, area.ofOffice(), "缴款义务人").text()).contains("还有 1 户应缴的房屋没有缴款义务人", "未具备");
        assertThat(line(areas.ready(world, "听藕苑"), world.clerk(), "缴款义务人").text())
                .contains("应缴的房屋都有缴款义务人", "已具备");
    }

    @Test
    void eachUseThatHasToPayNeedsAStandardFromTheFirstMonthOn() {
        Collected area = areas.mandated(world, "听莲苑");
        standards.noneOfTheCity();
        assertThat(line(area, area.ofOffice(), "收取标准").text()).contains("登记房屋以后再核对", "未具备");

        areas.unit(area, "101");
        Element missing = line(area, area.ofOffice(), "收取标准");
        assertThat(missing.text()).contains(month(0) + " 还没有收取标准的房屋：住宅，有电梯", "由市管理中心办理", "未具备");
        assertThat(missing.select("a").attr("href")).isEqualTo("/charge-standards/areas/" + area.id());

        standards.ofCity(UnitUse.RESIDENTIAL, true, "0.25", month(1));
        assertThat(line(area, area.ofOffice(), "收取标准").text())
                .as("from next month only")
                .contains("未具备");
        standards.ofCity(UnitUse.RESIDENTIAL, true, "0.24", month(0));
        assertThat(line(area, area.ofOffice(), "收取标准").text()).contains("应缴的房屋从 " + month(0) + " 起都有收取标准", "已具备");
    }

    @Test
    void whatTheUnitsHaveAlreadyIsApprovedFirst() {
        Collected area = areas.mandated(world, "听莲苑");
        Element missing = line(area, area.ofOffice(), "期初余额");
        assertThat(missing.text()).contains("还没有录入期初余额", "由收取单位办理", "未具备");
        assertThat(missing.select("a").attr("href")).isEqualTo("/units/areas/" + area.id() + "/opening");

        ManagedArea managed = areas.withUnits(area);
        assertThat(line(area, area.ofOffice(), "期初余额").text()).contains("还没有复核完（草稿）", "未具备");
        openings.checked(managed, area.ofCompany());
        Element waiting = line(area, world.clerk(), "期初余额");
        assertThat(waiting.text()).contains("等待区中心核准", "由区中心办理", "未具备");
        assertThat(waiting.select("a").attr("href")).isEqualTo("/units/openings");
        openings.returned(managed, "金额有误", world.clerk());
        assertThat(line(area, area.ofOffice(), "期初余额").text()).contains("还没有复核完（已退回）");

        Collected approved = areas.ready(world, "听藕苑");
        assertThat(line(approved, approved.ofOffice(), "期初余额").text()).contains("期初余额已核准", "已具备");
        areas.unit(approved, "103");
        assertThat(line(approved, approved.ofOffice(), "期初余额").text()).contains("还有 1 户应缴的房屋没有登记，从零开始", "请核对");
    }

    @Test
    void whatTheCityHasNotDecidedIsNamed() {
        Collected area = areas.mandated(world, "听莲苑");
        Element unset = line(area, area.ofOffice(), "本市的规定");
        assertThat(unset.text()).contains("这些参数还没有设置：每月缴存日、起收月份", "由系统管理员办理", "未具备");
        assertThat(unset.select("a")).as("not the office's page").isEmpty();

        world.settingsOfCollection();

        assertThat(line(area, area.ofOffice(), "本市的规定").text()).contains("都已设置", "已具备");
    }
}
