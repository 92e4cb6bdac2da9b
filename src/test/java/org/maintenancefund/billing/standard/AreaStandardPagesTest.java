package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 申请小区收取标准 → 收取标准审核 → the area is charged by its own from the month on, by the pages. */
@IntegrationTest
@Transactional
class AreaStandardPagesTest {

    private static final String OWN = "/charge-standards/own";
    private static final String NEW = OWN + "/new";
    private static final String APPLICATIONS = OWN + "/applications/";
    private static final String REVIEWS = "/charge-standards/reviews/";

    @Autowired
    Pages pages;

    @Autowired
    World world;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    ChargeStandards standards;

    @Autowired
    SettingService settings;

    @Autowired
    Applications applications;

    @Autowired
    TravellingClock clock;

    private AreaId area;
    private CommitteeView committee;
    private CurrentUser applicant;
    private YearMonth next;
    private String form = NEW;

    @BeforeEach
    void aCityWithStandardsAndACommittee() {
        area = world.area("听雨轩");
        committee = world.committee(area, "听雨轩业主委员会");
        applicant = world.personOf(committee);
        next = YearMonth.from(world.today()).plusMonths(1);
        aStandard.noneOfTheCity();
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", next.minusMonths(1));
        aStandard.ofCity(UnitUse.RESIDENTIAL, false, "0.20", next.minusMonths(1));
        settings.save(Setting.HIGHEST_AREA_RATE, "150", 0, world.administrator());
    }

    private Map<String, String> filled() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("use", "RESIDENTIAL");
        typed.put("lift", "BOTH");
        typed.put("rate", "0.30");
        typed.put("from", next.plusMonths(1).toString());
        typed.put("document", "业主大会 2026 年第 2 号决定");
        typed.put("remark", "用于电梯更新");
        return typed;
    }

    private Map<String, String> with(String field, String value) {
        Map<String, String> typed = filled();
        typed.put(field, value);
        return typed;
    }

    private String error(Map<String, String> typed, String field) {
        MvcTestResult result = pages.post(NEW, applicant, typed);
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select("#" + field + "-error").text();
    }

    private String check() {
        return form.replace("/new", "/new/check");
    }

    private Document checked(Map<String, String> typed) {
        String next = Pages.redirected(pages.post(form, applicant, typed));
        assertThat(next).contains("/new/check?draft=");
        form = next.replace("/new/check", "/new");
        return pages.open(next, applicant);
    }

    private ApplicationNumber sent(Map<String, String> typed) {
        checked(typed);
        String next = Pages.redirected(pages.post(check(), applicant, Map.of()));
        assertThat(next).startsWith(APPLICATIONS + "SB");
        form = NEW;
        return new ApplicationNumber(next.substring(APPLICATIONS.length()));
    }

    private MvcTestResult decide(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> sent = new HashMap<>(decision);
        int version = applications
                .forReview(AreaStandardDefinition.KIND, number, world.clerk())
                .version();
        sent.put("version", Integer.toString(version));
        return pages.post(REVIEWS + number, world.clerk(), sent);
    }

    private Rate rate(boolean lift, YearMonth month) {
        return standards
                .at(area, UnitUse.RESIDENTIAL, lift, month)
                .orElseThrow()
                .rate();
    }

    @Test
    void onesPageTellsWhatHoldsAndLeadsToTheForm() {
        Document own = pages.open(OWN, applicant);

        assertThat(own.select("h1").text()).isEqualTo("收取标准");
        assertThat(own.select("section:contains(现行标准) tbody tr").eachText().get(0))
                .contains("住宅，有电梯", "0.25 元/㎡·月", "全市标准，从 " + next.minusMonths(1) + " 起");
        assertThat(own.select("main").text()).contains("还没有提交过申请");
        assertThat(own.select("main a[href=" + NEW + "]").text()).isEqualTo("申请小区收取标准");

        Document page = pages.open(NEW, applicant);

        assertThat(page.select("main form .field > .field-label").eachText())
                .containsExactly("房屋用途", "电梯", "收取标准（元/㎡·月）", "起始月份", "业主大会决定", "附件（选填）", "补充说明（选填）");
        assertThat(page.select("#rate-hint").text()).contains("不超过全市标准的 150%");
        assertThat(page.select("#from-hint").text()).contains("最早 " + next);
    }

    @Test
    void everyFieldArrivesOnTheCheckPageAndAtTheReviewer() {
        Document check = checked(filled());
        assertThat(check.select(".summary-list").text())
                .contains("房屋用途 住宅", "有没有电梯都一样", "0.30 元/㎡·月", "起始月份 " + next.plusMonths(1))
                .contains("业主大会决定 业主大会 2026 年第 2 号决定", "补充说明 用于电梯更新");
        assertThat(check.select(".row-action a").eachText())
                .containsExactly("修改：房屋用途", "修改：电梯", "修改：收取标准（元/㎡·月）", "修改：起始月份", "修改：业主大会决定", "修改：补充说明", "修改：附件");
        assertThat(check.select(".precheck li strong").eachText()).containsExactly("没有上传业主大会决定的扫描件");

        ApplicationNumber number = sent(filled());

        Document review = pages.open(REVIEWS + number, world.clerk());
        assertThat(review.select("h1").text()).isEqualTo("听雨轩业主委员会");
        assertThat(review.select(".summary-list").text())
                .contains("物业区域 听雨轩", "房屋用途 住宅", "0.30 元/㎡·月", "业主大会 2026 年第 2 号决定", "用于电梯更新");
        assertThat(review.select(".findings li").text())
                .contains("住宅，有电梯：全市标准 0.25 元/㎡·月，申请的是它的 120%")
                .contains("住宅，没有电梯：全市标准 0.20 元/㎡·月，申请的是它的 150%")
                .contains("住宅，有电梯：现在按全市标准 0.25 元/㎡·月 收取");
        assertThat(Statements.of(() -> pages.open(REVIEWS + number, world.clerk())))
                .as("one question for the city's, one for the area's")
                .filteredOn(statement -> statement.contains("charge_standard"))
                .hasSize(2);
        assertThat(pages.open("/charge-standards/reviews", world.clerk())
                        .select("tbody tr")
                        .text())
                .contains(number.value(), "听雨轩业主委员会", "住宅");
    }

    @Test
    void afterTheApprovalTheAreasOwnGoesBeforeTheCitysFromItsMonthOn() {
        ApplicationNumber number = sent(filled());
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");

        assertThat(decide(number, Map.of("result", "APPROVE"))).hasStatus3xxRedirection();

        assertThat(rate(true, next)).hasToString("0.25");
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.30");
        assertThat(rate(false, next)).hasToString("0.20");
        assertThat(rate(false, next.plusMonths(9))).hasToString("0.30");
        AreaId other = world.area("别家院");
        assertThat(standards
                        .at(other, UnitUse.RESIDENTIAL, true, next.plusMonths(1))
                        .orElseThrow()
                        .rate())
                .as("others' areas stay with the city's")
                .hasToString("0.25");
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.28", next.plusMonths(5));
        assertThat(rate(true, next.plusMonths(5)))
                .as("what the city has later does not go before it")
                .hasToString("0.30");
        assertThat(standards.from(area, next))
                .filteredOn(holds -> holds.lift())
                .extracting(holds -> holds.rate() + " " + holds.area().isPresent())
                .containsExactly("0.25 false", "0.30 true");
        assertThat(pages.open(APPLICATIONS + number, applicant)
                        .select("main .notice")
                        .text())
                .contains("申请已通过", "住宅，有没有电梯都一样的房屋从 " + next.plusMonths(1) + " 起按 0.30 元/㎡·月 收取");
        Document own = pages.open(OWN, applicant);
        assertThat(own.select("section:contains(现行标准) tbody tr").eachText().get(0))
                .contains("全市标准", "小区自定 0.30 元/㎡·月，从 " + next.plusMonths(1) + " 起");
        assertThat(own.select("section:contains(我的申请) tbody tr").text()).contains(number.value(), "已通过");
    }

    @Test
    void oneLiftAloneLeavesTheOtherAsItIs() {
        decide(sent(with("lift", "WITH")), Map.of("result", "APPROVE"));

        assertThat(rate(true, next.plusMonths(1))).hasToString("0.30");
        assertThat(rate(false, next.plusMonths(1))).hasToString("0.20");
    }

    @Test
    void aReturnedApplicationIsMendedUnderTheSameNumberAndThenHolds() {
        ApplicationNumber number = sent(filled());
        decide(number, Map.of("result", "RETURN", "reasons", "缺少业主大会决定", "opinion", "请补决定全文"));
        assertThat(pages.open(APPLICATIONS + number, applicant).select("main").text())
                .contains("请补决定全文");
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");

        form = Pages.redirected(pages.post(APPLICATIONS + number + "/revise", applicant, Map.of()));
        assertThat(form).startsWith(NEW + "?draft=");
        Document again = pages.open(form, applicant);
        assertThat(again.select("#rate").val()).isEqualTo("0.3");
        assertThat(again.select("#from").val()).isEqualTo(next.plusMonths(1).toString());
        assertThat(again.select("input[name=lift][checked]").val()).isEqualTo("BOTH");
        assertThat(again.select("#document").val()).isEqualTo("业主大会 2026 年第 2 号决定");
        pages.post(form, applicant, with("rate", "0.28"));
        assertThat(pages.post(check(), applicant, Map.of())).hasRedirectedUrl(APPLICATIONS + number);
        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".summary-list .changed")
                        .text())
                .contains("0.28 元/㎡·月");
        decide(number, Map.of("result", "APPROVE"));

        assertThat(rate(true, next.plusMonths(1))).hasToString("0.28");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> typed = filled();
        typed.putAll(Map.of("use", "", "lift", "", "rate", "25", "document", " "));
        typed.put("from", next.atDay(16).toString());

        MvcTestResult result = pages.post(NEW, applicant, typed);

        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请选择房屋用途",
                        "请选择有没有电梯",
                        "每平方米每月 25 元？是否把分当成了元。收取标准最高 10 元/㎡·月",
                        "起始月份：收取标准从某月 1 日起，可填 " + next + " 或 " + next.plusMonths(1),
                        "请填写业主大会决定的名称和日期");
        assertThat(page.select("#rate").val()).isEqualTo("25");
        assertThat(page.select("#remark").text()).isEqualTo("用于电梯更新");
    }

    @Test
    void aRateAboveTheLimitAndOneWithoutTheCitysAreRefused() {
        assertThat(error(with("rate", "0.3001"), "rate"))
                .as("0.20 × 150 % is the lower of both")
                .contains("住宅，没有电梯的全市标准是 0.20 元/㎡·月，小区自定标准不超过它的 150%，即最高 0.30 元/㎡·月");
        Map<String, String> withLift = with("rate", "0.3751");
        withLift.put("lift", "WITH");
        assertThat(error(withLift, "rate")).contains("即最高 0.375 元/㎡·月");
        withLift.put("rate", "0.375");
        checked(withLift);
        form = NEW;
        assertThat(error(with("use", "OFFICE"), "rate")).contains("办公，有电梯的房屋到 " + next.plusMonths(1) + " 没有全市标准");
    }

    @Test
    void aMonthThatRunsAlreadyIsRefused() {
        assertThat(error(with("from", next.minusMonths(1).toString()), "from")).contains("最早从下个月起，请填 " + next);
        checked(with("from", next.toString()));
    }

    @Test
    void whileTheCityHasSetNoLimitNothingCanBeAppliedFor() {
        forgetTheLimit();

        assertThat(pages.open(OWN, applicant).select("main").text()).contains("现在不能申请：参数“小区自定标准，最高为全市标准的”还没有设置");
        Document page = pages.open(NEW, applicant);
        assertThat(page.select("main .notice").text()).contains("还没有设置");
        assertThat(page.select("main form[enctype]")).isEmpty();
        assertThat(error(filled(), "rate")).isEmpty();
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    org.maintenancefund.city.Settings values;

    /** What no page does: a limit that is set stays set. */
    private void forgetTheLimit() {
        jdbc.sql("DELETE FROM setting WHERE name = 'HIGHEST_AREA_RATE'").update();
        values.readPastTheMemoryUntilTheEnd();
    }

    @Test
    void aSecondOneWaitsForTheFirst() {
        checked(filled());
        String first = check();
        form = NEW;
        ApplicationNumber number =
                aStandard.submitted(committee, UnitUse.RESIDENTIAL, LiftChoice.WITH, "0.28", next.plusMonths(2));

        MvcTestResult second = pages.post(first, applicant, Map.of());

        assertThat(second).hasStatus(400);
        assertThat(Pages.parse(second).select(".notice-error").text()).contains("本小区已有一件收取标准申请正在审核");
        assertThat(pages.open(NEW, applicant).select("main .notice").text()).contains("本小区已有一件收取标准申请正在审核");
        Document own = pages.open(OWN, applicant);
        assertThat(own.select("main a[href=" + NEW + "]")).isEmpty();
        assertThat(own.select("section:contains(我的申请) tbody tr").text()).contains(number.value(), "待审核");
    }

    @Test
    void theSameAgainIsRefused() {
        decide(sent(filled()), Map.of("result", "APPROVE"));

        Document sameMonth = checked(with("rate", "0.29"));
        assertThat(sameMonth.select(".notice-error").text()).contains("小区已有自定标准：住宅，有电梯：0.30");
        form = NEW;
        Document sameRate = checked(with("from", next.plusMonths(4).toString()));
        assertThat(sameRate.select(".notice-error").text()).contains("小区已有自定标准：住宅，有电梯：0.30");
    }

    @Test
    void aLowRateAndAHighOneAreToldBeforeTheSubmission() {
        assertThat(checked(with("rate", "0.10")).select(".precheck li strong").eachText())
                .contains("申请的标准低于全市标准");
        form = NEW;
        aStandard.ofCity(UnitUse.COMMERCIAL, true, "4.00", next);
        aStandard.ofCity(UnitUse.COMMERCIAL, false, "4.00", next);
        Map<String, String> high = with("use", "COMMERCIAL");
        high.put("rate", "5.5");

        assertThat(checked(high).select(".precheck li strong").eachText()).contains("每平方米每月 5.5 元，比一般的标准高得多");
        ApplicationNumber number = sent(high);
        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".findings li.doubt")
                        .text())
                .contains("每平方米每月 5.5 元？是否把分当成了元");
    }

    @Test
    void aMonthThatHasPassedMeanwhileCantBeApproved() {
        ApplicationNumber number = sent(with("from", next.toString()));

        clock.at(
                next.plusMonths(1).atDay(2).atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
                    assertThat(pages.open(REVIEWS + number, world.clerk())
                                    .select(".findings li.doubt")
                                    .text())
                            .contains("起始月份 " + next + " 已过");
                    assertThat(decide(number, Map.of("result", "APPROVE"))
                                    .getResponse()
                                    .getStatus())
                            .isIn(400, 409);
                });
        assertThat(rate(true, next)).hasToString("0.25");
    }

    @Test
    void aLimitThatWasLoweredMeanwhileStandsAgainstTheApproval() {
        ApplicationNumber number = sent(filled());
        settings.save(Setting.HIGHEST_AREA_RATE, "110", 1, world.administrator());

        assertThat(decide(number, Map.of("result", "APPROVE")).getResponse().getStatus())
                .isIn(400, 409);
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");
    }

    @Test
    void aCommitteeThatIsNotInOfficeCantApply() {
        clock.at(world.today().plusYears(6).atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
            Document page = pages.open(NEW, applicant);
            assertThat(page.select("main .notice").text()).contains("任期内的业委会才能申请收取标准");
            assertThat(page.select("main form[enctype]")).isEmpty();
        });
    }

    @Test
    void aWithdrawnOneChangesNothing() {
        ApplicationNumber number = sent(filled());

        pages.post(APPLICATIONS + number + "/withdraw", applicant, Map.of());

        assertThat(applications
                        .forReview(AreaStandardDefinition.KIND, number, world.clerk())
                        .status())
                .isEqualTo(ReviewStatus.WITHDRAWN);
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");
    }

    @Test
    void anotherCommitteesApplicationDoesNotExist() {
        CurrentUser stranger = world.personOf(world.committee(world.area("旁观苑"), "旁观苑业主委员会"));
        ApplicationNumber number = sent(filled());

        assertThat(pages.get(APPLICATIONS + number, stranger)).hasStatus(404);
        assertThat(pages.post(APPLICATIONS + number + "/withdraw", stranger, Map.of()))
                .hasStatus(404);
        assertThat(pages.open(OWN, stranger).select("main").text()).doesNotContain(number.value());
        assertThat(pages.get(REVIEWS + number, world.clerkElsewhere())).hasStatus(404);
        assertThat(pages.get(REVIEWS + number, applicant)).hasStatus(403);
        aStandard.decided(number, ReviewAction.APPROVE, world.clerk());
        assertThat(pages.open(OWN, stranger).select("main").text()).doesNotContain("小区自定 0.30");
    }

    @Test
    void whoManagesTheAreaReadsWhatHoldsThereAndNobodyElse() {
        decide(sent(filled()), Map.of("result", "APPROVE"));
        EnterpriseId company = world.company("云州听雨物业有限公司");
        OfficeId office = world.office("听雨轩管理处", company);
        world.association(
                committee,
                company,
                office,
                world.today().minusDays(1),
                world.today().plusYears(1));
        String address = "/charge-standards/areas/" + area;

        for (CurrentUser reader :
                List.of(world.personOf(company), world.personOf(office), applicant, world.clerk(), world.municipal())) {
            assertThat(pages.open(address, reader)
                            .select("section:contains(现行标准) tbody tr")
                            .eachText()
                            .get(0))
                    .contains("住宅，有电梯", "小区自定 0.30 元/㎡·月，从 " + next.plusMonths(1) + " 起");
        }
        assertThat(pages.open("/units/areas/" + area, world.personOf(office)).select("main a[href=" + address + "]"))
                .hasSize(1);
        assertThat(pages.open("/my/areas/" + area, world.personOf(company)).select("main a[href=" + address + "]"))
                .hasSize(1);
        CurrentUser otherCompany = world.personOf(world.company("云州旁观物业有限公司"));
        CurrentUser otherCommittee = world.personOf(world.committee(world.area("旁观苑"), "旁观苑业主委员会"));
        for (CurrentUser stranger : List.of(otherCompany, otherCommittee, world.clerkElsewhere())) {
            assertThat(pages.get(address, stranger)).hasStatus(404);
        }
    }
}
