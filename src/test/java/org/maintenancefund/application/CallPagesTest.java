package org.maintenancefund.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 电话通知台: the calls of the day, and what comes of them. */
@IntegrationTest
@Transactional
class CallPagesTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final String DUE = "section[aria-labelledby=due] li[id]";
    private static final String WRONG = "section[aria-labelledby=wrong] li[id]";
    private static final String LATER = "section[aria-labelledby=later] li[id]";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ACommittee committees;

    @Autowired
    TravellingClock clock;

    private ApplicationNumber returned(String name) {
        ApplicationNumber number = committees.submitted(world.area(name), name + "业主委员会");
        committees.decided(number, ReviewAction.RETURN, world.clerk());
        return number;
    }

    private Instant monday(int hour) {
        return MONDAY.atTime(LocalTime.of(hour, 0)).atZone(clock.getZone()).toInstant();
    }

    private MvcTestResult dialled(ApplicationNumber number, CallOutcome outcome, int tries) {
        return pages.post(
                "/calls/" + number,
                world.clerk(),
                Map.of("outcome", outcome.name(), "round", "1", "tries", Integer.toString(tries)));
    }

    private List<String> rows(String part, Instant at) {
        return clock.at(
                at, () -> pages.open("/calls", world.clerk()).select(part).eachText());
    }

    private String progress(ApplicationNumber number) {
        MvcTestResult result = mvc.post()
                .uri("/progress")
                .with(csrf())
                .param("number", number.toString())
                .param("mobile", "13900001234")
                .exchange();
        return Pages.parse(result).select("main").text();
    }

    @Test
    void theCallsOfTheDayStandOnOnePageWithTheNumberToDialAndWhatToSay() {
        ApplicationNumber first = returned("听雨轩");
        ApplicationNumber second = committees.submitted(world.area("望月台"), "望月台业主委员会");
        committees.decided(second, ReviewAction.APPROVE, world.clerk());

        Document workbench = pages.open("/workbench", world.clerk());
        assertThat(workbench.select(".todo-list a[href=/calls]").text()).isEqualTo("电话通知台业委会注册 2 件待电话通知2");
        assertThat(workbench.select(".side-menu a[href=/calls]").text())
                .contains("电话通知台")
                .contains("2");

        Document page = pages.open("/calls", world.clerk());
        assertThat(page.select("h1").text()).isEqualTo("电话通知台");
        assertThat(page.select(DUE)).hasSize(2);
        assertThat(page.select(DUE).get(0).text())
                .contains("王建国", "13900001234", "听雨轩业主委员会", "已退回", "修改并重新提交", "说明：说明");
        assertThat(page.select(DUE).get(1).text()).contains("望月台业主委员会", "已通过");
        assertThat(page.select(DUE + " a[href^=tel:]").eachAttr("href"))
                .containsExactly("tel:13900001234", "tel:13900001234");
        assertThat(page.select(DUE).get(0).select("button").eachText()).containsExactly("已电话通知", "没有接通", "号码有误");

        assertThat(dialled(first, CallOutcome.REACHED, 0)).hasRedirectedUrl("/calls");

        assertThat(pages.open("/calls", world.clerk()).select(DUE)).hasSize(1);
        assertThat(pages.open("/committees/reviews/" + first, world.clerk())
                        .select(".timeline")
                        .text())
                .contains("已电话通知");
    }

    @Test
    void theCallThatFollowsOnThePageIsDialledNext() {
        returned("听雨轩");
        ApplicationNumber second = returned("望月台");
        ApplicationNumber third = returned("枕流居");
        MvcTestResult dialled = pages.post(
                "/calls/" + second,
                world.clerk(),
                Map.of("outcome", "NO_ANSWER", "round", "1", "tries", "0", "next", third.toString()));

        MvcTestResult next = mvc.get()
                .uri("/calls")
                .with(SignedIn.as(world.clerk()))
                .cookie(dialled.getResponse().getCookies())
                .exchange();

        assertThat(Pages.parse(next)
                        .select("a[autofocus]")
                        .parents()
                        .select("li.current")
                        .attr("id"))
                .isEqualTo("call-" + third);
        assertThat(pages.open("/calls", world.clerk()).select("a[autofocus]"))
                .as("opened anew")
                .isEmpty();
    }

    @Test
    void whoDidNotAnswerIsDialledTwoHoursLaterAndThenOnTheNextWorkingDay() {
        ApplicationNumber number = clock.at(monday(9), () -> returned("听雨轩"));

        clock.at(
                monday(10),
                () -> assertThat(dialled(number, CallOutcome.NO_ANSWER, 0)).hasRedirectedUrl("/calls"));
        assertThat(rows(DUE, monday(11))).isEmpty();
        assertThat(rows(LATER, monday(11))).singleElement().asString().contains("已打 1 次", "11-23 12:00 以后再打");
        assertThat(rows(DUE, monday(12))).singleElement().asString().contains("最近 11-23 10:00 没有接通（陈晓梅）");

        clock.at(monday(12), () -> dialled(number, CallOutcome.NO_ANSWER, 1));
        assertThat(rows(LATER, monday(16))).singleElement().asString().contains("已打 2 次", "11-24 09:00 以后再打");
        assertThat(rows(DUE, monday(9).plusSeconds(86_400))).hasSize(1);
    }

    @Test
    void onAFridayAfternoonTheNextTryIsOnMonday() {
        Instant friday = monday(16).plusSeconds(4 * 86_400);
        ApplicationNumber number = clock.at(friday, () -> returned("听雨轩"));

        clock.at(friday, () -> dialled(number, CallOutcome.NO_ANSWER, 0));

        assertThat(rows(LATER, friday)).singleElement().asString().contains("11-30 09:00 以后再打");
    }

    @Test
    void theApplicantSeesWhenTheyWereCalledUntilTheyAreReached() {
        ApplicationNumber number = clock.at(monday(9), () -> returned("听雨轩"));

        clock.at(monday(10), () -> dialled(number, CallOutcome.NO_ANSWER, 0));
        assertThat(progress(number))
                .contains("我们 11-23 10:00 打过您的电话，没有接通，会再打给您。", "打过电话，没有接通")
                .contains(world.district().phone().toString(), "工作日 9:00–12:00，14:00–17:30");

        clock.at(monday(12), () -> dialled(number, CallOutcome.REACHED, 1));
        assertThat(progress(number)).doesNotContain("会再打给您");
    }

    @Test
    void aWrongNumberWaitsForTheRightOneAndForWhoKnewIt() {
        ApplicationNumber number = returned("听雨轩");
        dialled(number, CallOutcome.WRONG_NUMBER, 0);
        Document page = pages.open("/calls", world.clerk());
        assertThat(page.select(DUE)).isEmpty();
        assertThat(page.select(WRONG).text()).contains("听雨轩业主委员会", "号码有误", "向谁问到的");
        Map<String, String> form = Map.of("round", "1", "tries", "1", "phone", "1390000999", "toldBy", "经办人员李建党");

        MvcTestResult refused = pages.post("/calls/" + number + "/number", world.clerk(), form);

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(refused).select("#phone-error").text()).contains("现在只有 10 位");
        assertThat(Pages.parse(refused).select("#toldBy").val()).isEqualTo("经办人员李建党");

        Map<String, String> right = Map.of("round", "1", "tries", "1", "phone", "139 0000 9999", "toldBy", "经办人员李建党");
        assertThat(pages.post("/calls/" + number + "/number", world.clerk(), right))
                .hasRedirectedUrl("/calls");
        assertThat(pages.open("/calls", world.clerk()).select(DUE).text())
                .contains("13900009999", "号码问自经办人员李建党", "登记的手机号码 13900001234 有误");
        dialled(number, CallOutcome.REACHED, 1);
        assertThat(pages.open("/calls", world.clerk()).text()).contains("没有要打的电话");
    }

    @Test
    void aNumberIsCorrectedOnlyWhereItWasWrong() {
        ApplicationNumber number = returned("听雨轩");
        dialled(number, CallOutcome.NO_ANSWER, 0);

        pages.post(
                "/calls/" + number + "/number",
                world.clerk(),
                Map.of("round", "1", "tries", "1", "phone", "13900009999", "toldBy", "经办人员李建党"));

        assertThat(pages.open("/calls/" + number, world.clerk()).text())
                .contains("13900001234")
                .doesNotContain("13900009999");
    }

    @Test
    void whatAColleagueNotedMeanwhileIsNotCountedTwice() {
        ApplicationNumber number = returned("听雨轩");
        dialled(number, CallOutcome.NO_ANSWER, 0);

        MvcTestResult again = dialled(number, CallOutcome.NO_ANSWER, 0);

        assertThat(again).hasRedirectedUrl("/calls");
        assertThat(pages.open("/calls", world.clerk()).select(LATER).text()).contains("已打 1 次");
        MvcTestResult otherRound =
                pages.post("/calls/" + number, world.clerk(), Map.of("outcome", "REACHED", "round", "2", "tries", "1"));
        assertThat(otherRound.getRequest().getSession(false)).isNotNull();
        assertThat(pages.open("/calls", world.clerk()).select(LATER)).hasSize(1);
        assertThat(pages.post(
                        "/calls/" + number, world.clerk(), Map.of("outcome", "SHOUTED", "round", "1", "tries", "1")))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void anotherDistrictHasOtherCalls() {
        ApplicationNumber number = returned("听雨轩");
        Map<String, String> form = Map.of("outcome", "REACHED", "round", "1", "tries", "0");

        assertThat(pages.open("/calls", world.clerkElsewhere()).text()).contains("没有要打的电话");
        for (CurrentUser stranger : List.of(world.clerkElsewhere(), world.municipal())) {
            assertThat(pages.get("/calls/" + number, stranger)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.post("/calls/" + number, stranger, form)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(pages.get("/calls", world.personOf(world.company("听雨物业")))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aPageOfCallsAsksTheSameForOneAndForTwelve() {
        returned("听雨轩");
        Runnable open = () -> pages.open("/calls", world.clerk());
        open.run();
        int one = asked(open);
        for (int i = 1; i <= 11; i++) {
            returned("听雨" + i + "号院");
        }

        assertThat(asked(open)).isEqualTo(one).isLessThanOrEqualTo(8);
    }

    private static int asked(Runnable open) {
        return (int) Statements.of(open).stream()
                .filter(statement -> Stream.of("from district_centre", "made_organisation", "SPRING_SESSION")
                        .noneMatch(statement::contains))
                .count();
    }
}
