package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.DemoScan;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 申请收取授权 → 收取授权审核 → the company or its office may collect, by the pages. */
@IntegrationTest
@Transactional
class MandatePagesTest extends MandatedArea {

    private static final String REVIEWS = "/mandates/reviews/";
    private static final String OWN = "/mandates/applications/";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Applications applications;

    private String form;

    @BeforeEach
    void anOfficeManagesTheArea() {
        managed("听风苑");
        form = "/mandates/new";
    }

    private String check() {
        return form.replace("/new", "/new/check");
    }

    private Map<String, String> filled() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("association", right().id().toString());
        typed.put("validFrom", day(1).toString());
        typed.put("validTo", day(400).toString());
        typed.put("remark", "随物业费一并通知");
        return typed;
    }

    /** Sends the form with the scan of a contract, as a browser does. */
    private MvcTestResult send(Map<String, String> typed) {
        var request = mvc.post()
                .uri(form)
                .multipart()
                .file(new MockMultipartFile("files", "合同.pdf", "application/pdf", DemoScan.page("contract")))
                .with(SignedIn.as(ofCommittee))
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    /** Fills in the form; the addresses are those of the draft afterwards. */
    private Document checked(Map<String, String> typed) {
        String next = Pages.redirected(send(typed));
        assertThat(next).startsWith("/mandates/new/check?draft=");
        form = next.replace("/new/check", "/new");
        return pages.open(next, ofCommittee);
    }

    private ApplicationNumber sent(Map<String, String> typed) {
        checked(typed);
        String next = Pages.redirected(pages.post(check(), ofCommittee, Map.of()));
        assertThat(next).startsWith(OWN + "DS");
        return new ApplicationNumber(next.substring(OWN.length()));
    }

    private MvcTestResult decide(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> told = new LinkedHashMap<>(decision);
        int version = applications
                .forReview(MandateDefinition.KIND, number, world.clerk())
                .version();
        told.put("version", Integer.toString(version));
        return pages.post(REVIEWS + number, world.clerk(), told);
    }

    private String error(Map<String, String> typed, String field) {
        MvcTestResult result = send(typed);
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select("#" + field + "-error").text();
    }

    private Map<String, String> with(String field, Object value) {
        Map<String, String> typed = filled();
        typed.put(field, value.toString());
        return typed;
    }

    @Test
    void theCommitteesPageLeadsToAFormWithWhoManagesItsArea() {
        Document own = pages.open("/mandates", ofCommittee);
        assertThat(own.selectFirst("h1").text()).isEqualTo("收取授权");
        assertThat(own.select(".side-menu a[aria-current]").text()).contains("收取授权");
        assertThat(own.select("#current").text()).contains("听风苑", "目前没有有效的授权");
        assertThat(own.select("main a[href=/mandates/new]").text()).isEqualTo("申请授权");

        Document page = pages.open(form, ofCommittee);

        assertThat(page.selectFirst("h1").text()).isEqualTo("申请收取授权");
        assertThat(page.select("input[name=association] + span").eachText())
                .containsExactly("云州听风苑物业有限公司 · 听风苑管理处关联有效期 " + world.today() + " 至 " + end);
        assertThat(page.select("input[name=association][checked]").val())
                .as("there is one only")
                .isEqualTo(right().id().toString());
        assertThat(page.select("main form .field > label.field-label, main form .field > legend")
                        .eachText())
                .containsExactly("由谁收取", "授权起始日期", "授权终止日期", "合同扫描件", "补充说明（选填）");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        MvcTestResult result = pages.post(
                form,
                ofCommittee,
                Map.of("association", "", "validFrom", "2026-13-01", "validTo", "", "remark", "字".repeat(501)));

        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请选择由谁收取",
                        "授权起始日期填写有误，请按“年-月-日”填写，例如 2026-06-01",
                        "请填写授权终止日期",
                        "请上传合同扫描件（物业服务合同或代收协议）",
                        "补充说明最多 500 个字，现在多了 1 个");
        assertThat(page.select("#validFrom").val()).isEqualTo("2026-13-01");
        assertThat(page.select("#remark").val()).hasSize(501);
    }

    @Test
    void theMandateLiesWithinTheAssociationOrItsDaysAreTold() {
        String bounds = "授权应在该单位的关联有效期内：" + world.today() + " 至 " + end;

        assertThat(error(with("validFrom", day(-1)), "validFrom")).contains(bounds);
        assertThat(error(with("validTo", end.plusDays(1)), "validTo")).contains(bounds);
        assertThat(error(with("validTo", world.today()), "validTo")).contains("授权终止日期不能早于起始日期");
        on(10, () -> {
            Map<String, String> past = with("validFrom", day(1));
            past.put("validTo", day(9).toString());
            assertThat(error(past, "validTo")).contains("授权终止日期 " + day(9) + " 已过");
        });
        assertThat(send(with("validTo", end))).hasStatus3xxRedirection();
    }

    @Test
    void onlyWhoManagesThisAreaCanBeChosen() {
        CommitteeView other = world.committee(world.area("别家院"), "别家院业主委员会");
        world.association(other, company, null, world.today(), end);
        String elsewhere =
                associations.effectiveFor(other.area()).orElseThrow().id().toString();

        assertThat(error(with("association", elsewhere), "association")).contains("请选择由谁收取");
        assertThat(error(with("association", "nonsense"), "association")).contains("请选择由谁收取");
    }

    @Test
    void whoeverManagesItLaterCanBeGivenTheMandateForThoseDays() {
        EnterpriseId next = world.company("云州接手物业有限公司");
        world.association(committee, next, null, day(100), day(600));
        String coming = associations.comingFor(area).get(0).id().toString();

        Document page = pages.open(form, ofCommittee);
        assertThat(page.select("input[name=association]")).hasSize(2);
        assertThat(page.select("input[name=association][checked]")).isEmpty();
        Map<String, String> typed = with("association", coming);
        typed.put("validFrom", day(99).toString());
        assertThat(error(typed, "validFrom")).contains("关联有效期内：" + day(100) + " 至 " + day(600));
        typed.put("validFrom", day(100).toString());
        ApplicationNumber number = sent(typed);
        assertThat(decide(number, Map.of("result", "APPROVE"))).hasStatus3xxRedirection();

        assertThat(periods()).containsExactly("100 to 400");
        assertThat(pages.open("/mandates", ofCommittee).select("#current").text())
                .contains("云州接手物业有限公司", "尚未生效");
    }

    @Test
    void aCommitteeWhoseAreaNobodyManagesIsToldWhatToDoFirst() {
        CommitteeView alone = world.committee(world.area("无人院"), "无人院业主委员会");

        Document page = pages.open(form, world.personOf(alone));

        assertThat(page.select(".notice-warning").text()).contains("请先申请小区管理处关联");
        assertThat(page.select("main form[action^=/mandates]")).isEmpty();
    }

    @Test
    void everyFieldArrivesOnTheCheckPageAndAtTheReviewer() {
        Document check = checked(filled());
        assertThat(check.select(".summary-list").text())
                .contains("由谁收取 云州听风苑物业有限公司 · 听风苑管理处", "授权起始日期 " + day(1), "授权终止日期 " + day(400))
                .contains("补充说明 随物业费一并通知", "合同.pdf");
        assertThat(check.select(".row-action a").eachText())
                .containsExactly("修改：由谁收取", "修改：授权起始日期", "修改：授权终止日期", "修改：补充说明", "修改：合同扫描件");
        assertThat(check.select(".precheck-clear")).hasSize(1);

        ApplicationNumber number = sent(filled());

        Document review = pages.open(REVIEWS + number, world.clerk());
        assertThat(review.selectFirst("h1").text()).isEqualTo("听风苑业主委员会");
        assertThat(review.select(".summary-list").text())
                .contains("物业区域 听风苑", "由谁收取 云州听风苑物业有限公司 · 听风苑管理处", "授权起始日期 " + day(1))
                .contains("授权终止日期 " + day(400), "补充说明 随物业费一并通知");
        assertThat(review.select(".findings li.fine").text()).contains("申请的业委会在任", "收取单位管理本小区", "授权期限在内", "没有其他收取授权");
        assertThat(review.select(".findings li.doubt")).isEmpty();
        assertThat(pages.open("/mandates/reviews", world.clerk())
                        .select("tbody tr")
                        .text())
                .contains(number.value(), "听风苑业主委员会", "小区管理处");
    }

    @Test
    void anApprovalBeginsTheMandateOnItsFirstDayAndTheCommitteeReadsWhatIsNext() {
        ApplicationNumber number = sent(filled());

        assertThat(decide(number, Map.of("result", "APPROVE"))).hasStatus3xxRedirection();

        assertThat(periods()).containsExactly("1 to 400");
        assertThat(pages.open(OWN + number, ofCommittee).select("main .notice").text())
                .contains("申请已通过", "收取授权从 " + day(1) + " 起生效，到 " + day(400) + " 止", "收取开通");
        on(
                1,
                () -> assertThat(pages.open("/mandates", ofCommittee)
                                .select("#current")
                                .text())
                        .contains("云州听风苑物业有限公司 · 听风苑管理处 有效", "撤销授权"));
    }

    @Test
    void anApprovalThatComesLaterBeginsItOnThatDay() {
        ApplicationNumber number = sent(filled());

        on(5, () -> {
            assertThat(pages.open(REVIEWS + number, world.clerk())
                            .select(".findings li.doubt")
                            .text())
                    .contains("授权起始日期 " + day(1) + " 已过，从审核通过当天起生效");
            decide(number, Map.of("result", "APPROVE"));
        });

        assertThat(periods()).containsExactly("5 to 400");
    }

    @Test
    void aLiveMandateIsReplacedFromTheFirstDayOfTheNewOneWhichIsSaidBefore() {
        mandate(0, 500);
        String cut = "本小区已有收取授权：云州听风苑物业有限公司 · 听风苑管理处（" + world.today() + " 至 " + day(500) + "）。通过后，它在新的授权生效（" + day(1)
                + "）的前一日终止";
        assertThat(checked(filled()).select(".precheck li").text()).contains(cut);
        ApplicationNumber number = sent(filled());
        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".findings li.doubt")
                        .text())
                .contains(cut);

        decide(number, Map.of("result", "APPROVE"));

        assertThat(periods()).containsExactly("0 to 0 REPLACED", "1 to 400");
        assertThat(pages.open("/mandates", ofCommittee).select("table").last().text())
                .contains("由新的授权接替", "有效", "尚未生效");
    }

    @Test
    void aReturnedApplicationIsMendedUnderTheSameNumber() {
        ApplicationNumber number = sent(filled());
        decide(number, Map.of("result", "RETURN", "reasons", "授权期限与合同不一致", "opinion", "请按合同填写"));
        assertThat(pages.open(OWN + number, ofCommittee).select("main").text()).contains("请按合同填写");

        form = Pages.redirected(pages.post(OWN + number + "/revise", ofCommittee, Map.of()));
        assertThat(form).startsWith("/mandates/new?draft=");
        assertThat(pages.open(form, ofCommittee).select("#validTo").val()).isEqualTo(day(400).toString());
        pages.post(form, ofCommittee, with("validTo", day(300)));
        assertThat(pages.post(check(), ofCommittee, Map.of())).hasRedirectedUrl(OWN + number);

        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".summary-list .changed")
                        .text())
                .contains(day(300).toString());
    }

    @Test
    void aSecondOneWaitsForTheFirstAndOnesPageSaysSo() {
        checked(filled());
        aMandate.submitted(committee, right(), day(3), day(20));

        MvcTestResult second = pages.post(check(), ofCommittee, Map.of());

        assertThat(second).hasStatus(400);
        assertThat(Pages.parse(second).select(".notice-error").text()).contains("本小区已有一件收取授权申请正在审核");
        Document own = pages.open("/mandates", ofCommittee);
        assertThat(own.select("#current").text()).contains("有一件授权申请正在审核");
        assertThat(own.select("main a[href=/mandates/new]")).isEmpty();
    }

    /** Between the submission and the decision the company lost days, or the area. */
    @Test
    void whatTheAssociationHasLostMeanwhileIsRefusedAndTold() {
        ApplicationNumber number = sent(filled());
        world.association(committee, world.company("云州另聘物业有限公司"), null, day(50), end);

        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".findings li.doubt")
                        .text())
                .contains("授权期限超出关联有效期");
        MvcTestResult refused = decide(number, Map.of("result", "APPROVE"));

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).text()).contains("授权期限不在该单位现在的关联有效期内（" + world.today() + " 至 " + day(49) + "）");
        assertThat(periods()).isEmpty();
    }

    @Test
    void othersSeeNeitherFormNorApplications() {
        ApplicationNumber number = sent(filled());
        CurrentUser stranger = world.personOf(world.committee(world.area("邻家院"), "邻家院业主委员会"));

        assertThat(pages.get(OWN + number, stranger)).hasStatus(404);
        assertThat(pages.get(REVIEWS + number, world.clerkElsewhere())).hasStatus(404);
        for (CurrentUser other : List.of(ofCompany, ofOffice, world.clerk(), world.municipal())) {
            assertThat(pages.get("/mandates", other)).hasStatus(403);
            assertThat(pages.get("/mandates/new", other)).hasStatus(403);
        }
        assertThat(pages.get("/mandates/reviews", world.municipal())).hasStatus(403);
    }
}
