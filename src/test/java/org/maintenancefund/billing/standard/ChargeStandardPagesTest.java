package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 收取标准库: proposed by one person of the municipal centre, confirmed or rejected by another. */
@IntegrationTest
@Transactional
class ChargeStandardPagesTest {

    private static final String LIST = "/charge-standards";
    private static final String NEW = "/charge-standards/new";

    @Autowired
    Pages pages;

    @Autowired
    World world;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    ChargeStandardService service;

    @Autowired
    ChargeStandards standards;

    @Autowired
    SettingService settings;

    private CurrentUser maker;
    private CurrentUser checker;
    private YearMonth next;

    @BeforeEach
    void twoPeople() {
        maker = world.withAccount(AChargeStandard.municipal("许拟"), "standardmaker");
        checker = world.withAccount(AChargeStandard.municipal("何核"), "standardchecker");
        next = YearMonth.from(world.today()).plusMonths(1);
        aStandard.noneOfTheCity();
    }

    private Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "use", "RESIDENTIAL",
                "lift", "WITH",
                "rate", "0.25",
                "from", next.toString(),
                "document", "云住建〔2026〕18 号"));
    }

    private Map<String, String> with(String field, String value) {
        Map<String, String> typed = filled();
        typed.put(field, value);
        return typed;
    }

    private ChargeStandardId proposed() {
        return aStandard.proposed(UnitUse.RESIDENTIAL, true, "0.25", next, maker);
    }

    private static String path(ChargeStandardId id) {
        return LIST + "/" + id;
    }

    private Document refused(Map<String, String> typed) {
        MvcTestResult result = pages.post(NEW, maker, typed);
        assertThat(result).hasStatus(400);
        return Pages.parse(result);
    }

    @Test
    void theFormAsksForAllThatAStandardIs() {
        Document page = pages.open(NEW, maker);

        assertThat(page.select("h1").text()).isEqualTo("提出收取标准");
        assertThat(page.select("main form .field-label").eachText())
                .containsExactly("房屋用途", "电梯", "收取标准（元/㎡·月）", "起始月份", "依据");
        assertThat(page.select("#use option").eachText()).containsExactly("请选择", "住宅", "商业", "办公", "车位", "其他");
        assertThat(page.select("input[name=lift] + span > span:first-child").eachText())
                .containsExactly("有电梯", "没有电梯", "有没有电梯都一样");
        assertThat(page.select("main .notice")).isEmpty();
    }

    @Test
    void whatWasProposedWaitsForSomebodyElseAndHoldsAfterwards() {
        assertThat(pages.post(NEW, maker, filled())).hasRedirectedUrl(LIST);
        Document list = pages.open(LIST, checker);
        assertThat(list.select("section:contains(等待确认的标准) tbody tr").text())
                .contains("住宅，有电梯", "0.25 元/㎡·月", next.toString(), "许拟");
        String address = list.select("section:contains(等待确认的标准) tbody a").attr("href");
        Document page = pages.open(address, checker);
        assertThat(page.select(".summary-list").text())
                .contains("房屋用途 住宅", "电梯 有电梯", "0.25 元/㎡·月", "起始月份 " + next, "依据 云住建〔2026〕18 号", "许拟");
        assertThat(page.select("main form button").eachText()).containsExactly("确认执行", "驳回");

        assertThat(pages.post(address + "/confirm", checker, Map.of("version", "0")))
                .hasRedirectedUrl(LIST);

        assertThat(standards.ofCityAt(UnitUse.RESIDENTIAL, true, next)).isPresent();
        Document after = pages.open(LIST, maker);
        assertThat(after.select("section:contains(等待确认的标准)")).isEmpty();
        assertThat(after.select("section:contains(现行全市标准) tbody tr").eachText())
                .hasSize(10)
                .first()
                .asString()
                .contains("住宅，有电梯", "没有标准", "0.25 元/㎡·月，从 " + next + " 起");
        assertThat(after.select("section:contains(以往的标准) tbody tr").text()).contains("已确认", "何核");
        Document decided = pages.open(address, checker);
        assertThat(decided.select(".identity-bar .tag").text()).isEqualTo("已确认");
        assertThat(decided.select("main form")).isEmpty();
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        Document page = refused(Map.of("use", "", "lift", "UP", "rate", "两角", "from", "明年", "document", " "));

        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请选择房屋用途",
                        "请选择有没有电梯",
                        "收取标准：请只填写数字，例如 1,234.56，不写单位和符号",
                        "起始月份填写有误，请按“年-月”填写，例如 2026-06",
                        "请填写依据，例如文件名称和文号");
        assertThat(page.select("#rate").val()).isEqualTo("两角");
        assertThat(page.select("#from").val()).isEqualTo("明年");
        assertThat(service.proposed()).isEmpty();
    }

    @Test
    void aStandardFromTheSixteenthIsRefusedWithTheMonthsThatMayBeMeant() {
        Document page = refused(with("from", next.atDay(16).toString()));

        assertThat(page.select("#from-error").text()).contains("收取标准从某月 1 日起，可填 " + next + " 或 " + next.plusMonths(1));
        assertThat(page.select("#from").val()).isEqualTo(next.atDay(16).toString());
    }

    @Test
    void aMonthThatIsOverAndOneThatHasAStandardAreRefusedAtTheirField() {
        YearMonth past = next.minusMonths(2);
        assertThat(refused(with("from", past.toString())).select("#from-error").text())
                .contains("起始月份 " + past + " 已过，最早填 " + next.minusMonths(1));
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", next);

        assertThat(refused(with("rate", "0.30")).select("#from-error").text()).contains("已有从同一个月起的标准：住宅，有电梯");
        assertThat(refused(with("from", next.plusMonths(2).toString()))
                        .select("#rate-error")
                        .text())
                .contains("从 " + next + " 起的标准已经是 0.25 元/㎡·月，没有改动");
    }

    @Test
    void aRateInFenIsRefusedAndAHighOneIsAskedAboutOnce() {
        assertThat(refused(with("rate", "25")).select("#rate-error").text()).contains("每平方米每月 25 元？是否把分当成了元");

        Document asked = refused(with("rate", "6"));
        assertThat(asked.select("main .notice").text()).contains("每平方米每月 6 元？是否把分当成了元");
        assertThat(asked.select("#rate").val()).isEqualTo("6");
        assertThat(asked.select("#checked-error").text()).contains("请核对上面的提示");
        Map<String, String> ticked = with("rate", "6");
        ticked.put("checked", "true");
        ticked.put("asked", asked.select("input[name=asked]").val());
        Map<String, String> aboutAnother = new HashMap<>(ticked);
        aboutAnother.put("rate", "7");
        assertThat(refused(aboutAnother).select("#checked-error").text())
                .as("a tick is about the rate that was asked about")
                .isNotEmpty();

        assertThat(pages.post(NEW, maker, ticked)).hasRedirectedUrl(LIST);
        assertThat(service.proposed()).hasSize(1);
    }

    @Test
    void bothLiftsAtOnceAreTwoProposals() {
        pages.post(NEW, maker, with("lift", "BOTH"));

        assertThat(service.proposed()).extracting(StandardView::lift).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whoProposedItSeesWhoIsToConfirmItAndTakesItBack() {
        ChargeStandardId id = proposed();
        Document own = pages.open(path(id), maker);

        assertThat(own.select("main form button").eachText()).containsExactly("撤回");
        assertThat(own.select("main").text()).contains("要由另一位市管理中心经办人员确认或驳回").doesNotContain("没有第二位");
        MvcTestResult confirmed = pages.post(path(id) + "/confirm", maker, Map.of("version", "0"));
        assertThat(confirmed).hasStatus(409);
        assertThat(Pages.parse(confirmed).text()).contains("要由另一位市管理中心经办人员确认或驳回");
        assertThat(pages.post(path(id) + "/withdraw", maker, Map.of("version", "0")))
                .hasRedirectedUrl(LIST);
        assertThat(pages.open(path(id), maker).select(".identity-bar .tag").text())
                .isEqualTo("已撤回");
    }

    @Test
    void whereThereIsNobodyElseThePageSaysWhereToGetSomebody() {
        ChargeStandardId id = proposed();
        leaveAlone(maker);

        assertThat(pages.open(path(id), maker).select("main .notice").text())
                .contains("没有第二位经办人员", "请系统管理员在“工作人员账号”里再创建一位");
        assertThat(pages.open(NEW, maker).select("main .notice").text()).contains("没有第二位经办人员");
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    jakarta.persistence.EntityManager entities;

    /** Everybody else of the municipal centre's staff is closed, whoever other tests have left there. */
    private void leaveAlone(CurrentUser person) {
        jdbc.sql("UPDATE operator SET state = 'DISABLED' WHERE role = 'MUNICIPAL_STAFF' AND id <> :id")
                .param("id", person.operatorId().value())
                .update();
        entities.clear();
    }

    @Test
    void aRejectionNeedsAReasonWhichIsToldAfterwards() {
        ChargeStandardId id = proposed();

        MvcTestResult without = pages.post(path(id) + "/reject", checker, Map.of("version", "0", "reason", " "));
        assertThat(without).hasStatus(400);
        assertThat(Pages.parse(without).select("#reason-error").text()).contains("请填写驳回原因");
        assertThat(Pages.parse(pages.post(
                                path(id) + "/reject", checker, Map.of("version", "0", "reason", "字".repeat(201))))
                        .select("#reason")
                        .val())
                .hasSize(201);

        assertThat(pages.post(path(id) + "/reject", checker, Map.of("version", "0", "reason", "与文件不符")))
                .hasRedirectedUrl(LIST);
        assertThat(pages.open(path(id), maker).select(".summary-list").text()).contains("驳回 何核", "驳回原因 与文件不符");
    }

    @Test
    void whoIsSecondIsShownWhatTheOtherOneMadeOfIt() {
        ChargeStandardId id = proposed();
        service.confirm(id, 0, AChargeStandard.municipal("先到"));

        for (String verb : List.of("/confirm", "/withdraw")) {
            MvcTestResult late = pages.post(path(id) + verb, checker, Map.of("version", "0"));
            assertThat(late).hasStatus(409);
            assertThat(Pages.parse(late).select("main").text()).contains("没有办理", "已确认", "先到");
        }
        assertThat(pages.post(path(id) + "/reject", checker, Map.of("version", "0", "reason", "晚了")))
                .hasStatus(409);
        assertThat(pages.post(path(id) + "/reject", checker, Map.of("version", "0", "reason", "")))
                .hasStatus(409);
        assertThat(pages.post(path(id) + "/confirm", checker, Map.of("version", "none")))
                .hasStatus(409);
    }

    @Test
    void theAuditorReadsAndChangesNothing() {
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        ChargeStandardId id = proposed();

        assertThat(pages.open(LIST, auditor).select("main a[href=" + NEW + "]")).isEmpty();
        assertThat(pages.open(path(id), auditor).select("main form")).isEmpty();
        assertThat(pages.get(NEW, auditor)).hasStatus(403);
        assertThat(pages.post(path(id) + "/confirm", auditor, Map.of("version", "0")))
                .hasStatus(403);
    }

    @Test
    void whatIsNotTheCitysDoesNotStandHere() {
        AreaId area = world.area("自定花园");
        CommitteeView committee = world.committee(area, "自定花园业主委员会");
        settings.save(Setting.HIGHEST_AREA_RATE, "150", 0, world.administrator());
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", next);
        aStandard.ofArea(committee, UnitUse.RESIDENTIAL, LiftChoice.WITH, "0.30", next, world.clerk());
        ChargeStandardId own = standards
                .at(area, UnitUse.RESIDENTIAL, true, next)
                .orElseThrow()
                .id();

        assertThat(pages.get(path(own), checker)).hasStatus(404);
        assertThat(pages.post(path(own) + "/confirm", checker, Map.of("version", "0")))
                .hasStatus(404);
        assertThat(pages.get(LIST + "/" + UUID.randomUUID(), checker)).hasStatus(404);
        assertThat(pages.get(LIST + "/nonsense", checker)).hasStatus(404);
    }

    @Test
    void theWorkbenchOfEverybodyElseTellsThatOneWaits() {
        proposed();

        assertThat(pages.open("/workbench", checker).select("main").text()).contains("收取标准待您确认");
        assertThat(pages.open("/workbench", maker).select("main").text()).doesNotContain("收取标准待您确认");
    }
}
