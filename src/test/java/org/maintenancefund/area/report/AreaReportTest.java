package org.maintenancefund.area.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the report to the phone call. Nothing is rolled back: a resent form is another transaction. */
@IntegrationTest
class AreaReportTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaReportService service;

    @Test
    void aReportIsAnsweredTheResultIsLinkedAndThePersonIsPhoned() {
        String number = reported(form("SPLIT"));

        assertThat(pages.open("/area-reports", world.municipal()).text()).contains(number, "139****8001");
        assertThat(Sheets.rows(pages.get("/area-reports/export?tab=OPEN", world.municipal())))
                .anyMatch(row -> row.containsAll(List.of(number, "139****8001", "待处理")));
        Document open = pages.open("/area-reports/" + number, world.municipal());
        assertThat(open.text()).contains("回音壁一期", "13900008001", "同一个业委会");
        assertThat(open.select("a:contains(合并这些区域)").attr("href")).contains("area=" + first(), "report=" + number);
        String code = areas.get(first()).code();
        assertThat(open.select("dt:contains(涉及的小区) + dd").text().split(code, -1))
                .as("each area stands there once")
                .hasSize(2);
        assertThat(open.select("dd a:contains(" + code + ")").attr("href")).isEqualTo("/areas/" + first());
        assertThat(pages.open("/area-reports/" + number + "?result=" + code, world.municipal())
                        .select("[name=result]")
                        .val())
                .as("after the merge the answer names its area")
                .isEqualTo(code);
        MvcTestResult answered = pages.post(
                "/area-reports/" + number,
                world.municipal(),
                Map.of(
                        "outcome",
                        "DONE",
                        "reply",
                        "两期已合并",
                        "result",
                        areas.get(first()).code()));
        assertThat(answered).hasStatus(HttpStatus.SEE_OTHER);

        Document closed = pages.open("/area-reports/" + number, world.municipal());
        assertThat(closed.text())
                .contains("已处理", "两期已合并", "请电话通知反馈人", areas.get(first()).code());
        assertThat(pages.post(
                        "/calls/" + number,
                        world.municipal(),
                        Map.of("outcome", "REACHED", "round", "1", "tries", "0")))
                .hasRedirectedUrl("/calls");
        assertThat(pages.open("/area-reports/" + number, world.municipal()).text())
                .contains("电话通知");
        assertThat(followed(number, "13900008001")).contains("已处理", "两期已合并");
    }

    @Test
    void theProgressOfAReportIsShownToItsPersonOnly() {
        String number = reported(form("WRONG_NAME"));

        assertThat(followed(number, "13900008001")).contains("待处理", "正在核实").doesNotContain("陈晓梅");
        assertThat(followed(number, "13900008002")).doesNotContain("待处理");
    }

    @Test
    void aMissingAreaIsForItsDistrictAndTheRestForTheMunicipalCentre() {
        Map<String, String> missing = form("MISSING");
        missing.put("district", world.district().id().toString());
        String number = reported(missing);
        String split = reported(form("SPLIT"));

        assertThat(pages.open("/area-reports", world.clerk()).text())
                .contains(number)
                .doesNotContain(split);
        assertThat(pages.get("/area-reports/" + number, world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/area-reports/" + split, world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.open("/area-reports/" + number, world.municipal()).select("button:contains(提交答复)"))
                .isEmpty();
        Map<String, String> answer = Map.of("outcome", "REJECTED", "reply", "该小区属于邻区");
        assertThat(pages.post("/area-reports/" + number, world.municipal(), answer))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.post("/area-reports/" + number, world.clerk(), answer)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.post("/area-reports/" + number, world.clerk(), answer)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void whatIsMissingOrUnreadableComesBackWithEverythingTyped() {
        Map<String, String> form = form("MISSING");
        form.put("contactMobile", "1390000800");
        form.put("description", "");

        MvcTestResult result = post(form);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select(".error-summary li").eachText())
                .containsExactly("请选择小区的所属区", "请说明情况，例如小区地址、由谁管理", "联系人手机号码应为 11 位数字，现在只有 10 位");
        assertThat(page.selectFirst("[name=contactName]").val()).isEqualTo("王建国");
        assertThat(page.selectFirst("[name=areas]").val()).contains("回音壁一期");
    }

    @Test
    void anUnknownResultIsAFieldErrorAndTheReplyIsKept() {
        String number = reported(form("WRONG_NAME"));

        MvcTestResult result = pages.post(
                "/area-reports/" + number,
                world.municipal(),
                Map.of("outcome", "DONE", "reply", "已更名", "result", "ZZ-99999"));

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).selectFirst("#reply").text()).isEqualTo("已更名");
        assertThat(Pages.parse(result).select("#result-error").text()).contains("没有这个编号");
    }

    @Test
    void theCasesOfTheRegistrationFillTheFormIn() {
        Document page = Pages.parse(mvc.get()
                .uri("/area-reports/new?kind=SPLIT&area=" + first() + "&area=nonsense")
                .exchange());

        assertThat(page.select("input[name=kind][checked]").val()).isEqualTo("SPLIT");
        assertThat(page.selectFirst("[name=areas]").val())
                .contains("回音壁一期", areas.get(first()).code());
        assertThat(Pages.parse(mvc.get().uri("/register/committee?q=查无此小区").exchange())
                        .select("a[href*=/area-reports/new]"))
                .hasSize(3);
    }

    @Test
    void aFormSentTwiceAtOnceIsOneReport() throws InterruptedException {
        ReportForm form = new ReportForm(
                "WRONG_NAME",
                null,
                "回音壁",
                "名称不对",
                "王建国",
                "13900008001",
                UUID.randomUUID().toString());

        Callable<AreaReport> sending = () -> service.take(form);
        List<Race.Outcome<AreaReport>> outcomes = Race.of(List.of(sending, sending, sending, sending));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes.stream().map(outcome -> outcome.value().number()).distinct())
                .hasSize(1);
    }

    private AreaId first() {
        return world.area("回音壁一期" + world.district().code());
    }

    private Map<String, String> form(String kind) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", kind);
        form.put("areas", areas.get(first()).name() + "（" + areas.get(first()).code() + "）、回音壁二期");
        form.put("description", "两期由同一个业委会和同一家企业管理");
        form.put("contactName", "王建国");
        form.put("contactMobile", "13900008001");
        form.put("token", UUID.randomUUID().toString());
        return form;
    }

    private MvcTestResult post(Map<String, String> form) {
        var request = mvc.post().uri("/area-reports/new").with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private String reported(Map<String, String> form) {
        MvcTestResult sent = post(form);
        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
        String receipt = sent.getResponse().getRedirectedUrl();
        assertThat(post(form)).hasRedirectedUrl(receipt);
        return Pages.parse(mvc.get().uri(receipt).exchange())
                .selectFirst(".receipt strong")
                .text();
    }

    private String followed(String number, String mobile) {
        return Pages.parse(mvc.post()
                        .uri("/progress")
                        .with(csrf())
                        .param("number", number)
                        .param("mobile", mobile)
                        .exchange())
                .text();
    }
}
