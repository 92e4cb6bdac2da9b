package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 申请小区收取标准 that can't be applied for or approved, and what is told before. */
class AreaStandardRefusalPagesTest extends PagesOfAreaStandards {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings values;

    /** What no page does: a limit that is set stays set. */
    private void forgetTheLimit() {
        jdbc.sql("DELETE FROM setting WHERE name = 'HIGHEST_AREA_RATE'").update();
        values.readPastTheMemoryUntilTheEnd();
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
}
