package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.OwnApplication;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 申请小区管理处关联 → 小区管理处关联审核 → 我管理的小区, by the pages. */
@IntegrationTest
@Transactional
class AssociationFlowTest {

    @Autowired
    Pages pages;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Offices offices;

    @Autowired
    Applications applications;

    @Autowired
    Associations associations;

    @Autowired
    TravellingClock clock;

    private DistrictCentre district;
    private AreaId area;
    private CommitteeView committee;
    private EnterpriseId company;
    private OfficeId office;
    private CurrentUser applicant;
    private String form;
    private CurrentUser companyPerson;
    private CurrentUser officePerson;

    @BeforeEach
    void aCommitteeAndACompanyWithAnOffice() {
        area = world.area("听松苑");
        committee = world.committee(area, "听松苑业主委员会");
        company = world.company("云州听松物业有限公司");
        office = world.office("听松苑管理处", company);
        applicant = world.personOf(committee);
        companyPerson = world.personOf(company);
        officePerson = world.personOf(office);
    }

    @Test
    void theCompanyIsFoundByAnyPartOfItsName() {
        Document page = pages.open("/associations/new?text=听松物业", applicant);

        assertThat(page.select("h1").text()).isEqualTo("申请小区管理处关联");
        assertThat(page.select("label[for=text]").text()).isEqualTo("物业服务企业");
        assertThat(page.select("input[name=enterprise]").eachAttr("value")).containsExactly(company.toString());
        assertThat(pages.open("/associations/new?text=没有这家", applicant)
                        .select(".empty")
                        .text())
                .contains("没有找到这家企业");
    }

    @Test
    void theFormHasTheFieldsOfTheManualInTheirOrder() {
        choose();
        Document page = pages.open(form, applicant);

        assertThat(page.select("main .inset").text()).contains("物业服务企业：云州听松物业有限公司");
        assertThat(page.select(
                                "main form .field > label.field-label, main form .field > legend, main form .field-group > legend")
                        .eachText())
                .containsExactly(
                        "关联对象",
                        "小区管理处",
                        "合同起始日期",
                        "合同终止日期",
                        "物业服务合同",
                        "份数",
                        "原件/复印件",
                        "业主大会决议",
                        "份数",
                        "原件/复印件",
                        "其他",
                        "份数",
                        "原件/复印件",
                        "附件（选填）",
                        "申请说明（选填）");
        assertThat(page.select("input[name=target] + span > span:first-child").eachText())
                .containsExactly("物业服务企业", "小区管理处");
        assertThat(page.select("#office option").eachText()).contains("听松苑管理处（甲街道 2 号）");
        assertThat(page.select("main form button").eachText()).contains("下一步：核对信息");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        choose();
        Map<String, String> typed = filled();
        typed.put("target", "OFFICE");
        typed.put("office", "someone else's");
        typed.put("contractStart", "2026-13-01");
        typed.put("contractEnd", "");
        typed.put("papers[0].copies", "");
        typed.put("papers[1].copies", "两份");
        typed.put("remark", "字".repeat(501));

        MvcTestResult result = pages.post(form, applicant, typed);

        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请选择该企业的一个小区管理处",
                        "日期填写有误，请按“年-月-日”填写，例如 2026-06-01",
                        "请填写合同终止日期",
                        "请填写物业服务合同的份数，至少 1 份",
                        "份数应为 0 到 99 之间的数字，没有的材料可以不填",
                        "最多 500 个字，现在多了 1 个");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly(
                        "#office", "#contractStart", "#contractEnd", "#papers0.copies", "#papers1.copies", "#remark");
        assertThat(page.select("[name='papers[1].copies']").val()).isEqualTo("两份");
        assertThat(page.select("[name='papers[1].form'] option[selected]").val())
                .isEqualTo("COPY");
    }

    @Test
    void aContractThatIsOverOrTurnedAroundIsRefused() {
        choose();
        Map<String, String> over = filled();
        over.put("contractStart", world.today().minusYears(2).toString());
        over.put("contractEnd", world.today().minusDays(1).toString());
        Map<String, String> turned = filled();
        turned.put("contractEnd", turned.get("contractStart"));

        assertThat(error(over, "contractEnd")).contains("合同已于 " + world.today().minusDays(1) + " 到期");
        assertThat(error(turned, "contractEnd")).contains("合同终止日期应晚于合同起始日期");
    }

    @Test
    void everyFieldOfTheFormArrivesOnTheCheckPageAndAtTheReviewer() {
        choose();
        assertThat(pages.post(form, applicant, filled())).hasRedirectedUrl(check());
        Document check = pages.open(check(), applicant);
        String expected = "关联对象 小区管理处 修改：关联对象 物业服务企业 云州听松物业有限公司";
        assertThat(check.select(".summary-list").text()).contains(expected);
        assertThat(check.select("main form button").eachText()).containsExactly("提交");

        ApplicationNumber number = submitted();

        assertThat(number.value()).startsWith("GL");
        Document review = pages.open("/associations/reviews/" + number, world.clerk());
        assertThat(review.select("h1").text()).isEqualTo("听松苑业主委员会");
        assertThat(review.select(".summary-list").text())
                .contains("物业区域 听松苑", "关联对象 小区管理处", "小区管理处 听松苑管理处")
                .contains(
                        "合同起始日期 " + world.today().minusDays(10),
                        "合同终止日期 " + world.today().plusYears(2))
                .contains("物业服务合同（原件 2 份）", "业主大会决议（复印件 1 份）", "申请说明 请尽快");
        assertThat(review.select("select[name=papers]")).hasSize(2);
        assertThat(review.select("main").text()).contains("小区管理处属于所选的企业，状态有效", "该物业区域目前没有有效的关联");
    }

    @Test
    void theAreaIsTheOfficesAndTheCompanysAfterTheApprovalNotBeforeAndNobodyElses() {
        ApplicationNumber number = submitted();
        EnterpriseId other = world.company("云州旁观物业有限公司");
        OfficeId sister = world.office("另一管理处", company);
        CurrentUser stranger = world.personOf(other);
        CurrentUser sisterPerson = world.personOf(sister);
        assertThat(pages.open("/my/areas", officePerson).select("main").text()).contains("还没有管理的小区");
        assertThat(pages.get("/my/areas/" + area, companyPerson)).hasStatus(404);

        approve(number);

        for (CurrentUser manager : List.of(officePerson, companyPerson)) {
            Document list = pages.open("/my/areas", manager);
            assertThat(Sheets.rows(pages.get("/my/areas/export", manager)))
                    .as("the same as a spreadsheet")
                    .hasSize(2);
            assertThat(list.select("h1").text()).isEqualTo("我管理的小区");
            assertThat(list.select("tbody tr").text())
                    .contains("听松苑", "甲街道", "听松苑管理处", "听松苑业主委员会", "第 2 届", "王建国", "139****1234")
                    .doesNotContain("13900001234");
            Document detail = pages.open("/my/areas/" + area, manager);
            assertThat(detail.select("h1").text()).isEqualTo("听松苑");
            assertThat(detail.select("main").text()).contains("13900001234", "合同期限");
        }
        for (CurrentUser nobody : List.of(stranger, sisterPerson)) {
            assertThat(pages.open("/my/areas", nobody).select("main").text()).doesNotContain("听松苑业主委员会");
            assertThat(pages.get("/my/areas/" + area, nobody)).hasStatus(404);
        }
        assertThat(associations.areasOf(company.ref())).containsExactly(area);
        assertThat(associations.areasOf(sister.ref())).isEmpty();
        assertThat(associations.manages(office.ref(), area)).isTrue();
        assertThat(pages.open("/my/offices/" + office, companyPerson)
                        .select("main")
                        .text())
                .contains("听松苑");
        assertThat(pages.open("/associations", applicant).select("main").text()).contains("云州听松物业有限公司 · 听松苑管理处", "已通过");
    }

    @Test
    void theRightIsOverTheDayAfterTheContract() {
        approve(submitted());

        clock.at(
                world.today()
                        .plusYears(2)
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant(),
                () -> {
                    assertThat(associations.areasOf(company.ref())).isEmpty();
                    assertThat(pages.get("/my/areas/" + area, officePerson)).hasStatus(404);
                });
    }

    @Test
    void aReturnedApplicationIsMendedUnderTheSameNumber() {
        ApplicationNumber number = submitted();
        decide(number, Map.of("result", "RETURN", "reasons", "缺少业主大会决议", "opinion", "请补充决议原件"));
        Document page = pages.open("/associations/applications/" + number, applicant);
        assertThat(page.select("main").text()).contains("已退回", "请补充决议原件", "缺少业主大会决议");
        assertThat(page.select("main .button-row").text()).contains("修改并重新提交", "撤回申请");

        form = Pages.redirected(pages.post("/associations/applications/" + number + "/revise", applicant, Map.of()));
        assertThat(form).startsWith("/associations/new/form?draft=");
        Document filled = pages.open(form, applicant);
        assertThat(filled.select("[name='papers[0].copies']").val()).isEqualTo("2");
        assertThat(filled.select("#remark").text()).isEqualTo("请尽快");
        Map<String, String> mended = filled();
        mended.put("papers[1].form", "ORIGINAL");
        pages.post(form, applicant, mended);
        pages.post(check(), applicant, Map.of());

        assertThat(status(number)).isEqualTo(ReviewStatus.PENDING);
        assertThat(pages.open("/associations/reviews/" + number, world.clerk())
                        .select(".summary-list .changed")
                        .text())
                .contains("纸质材料", "业主大会决议（原件 1 份）");
    }

    @Test
    void anApplicationIsWithdrawnAfterAConfirmationAndAnotherCanFollow() {
        ApplicationNumber number = submitted();
        assertThat(pages.open("/associations/new", applicant).select("main").text())
                .contains("本小区已有一件关联申请正在审核");
        Document confirmation = pages.open("/associations/applications/" + number + "/withdraw", applicant);
        assertThat(confirmation.select("main button").eachText()).containsExactly("确认撤回申请");

        pages.post("/associations/applications/" + number + "/withdraw", applicant, Map.of());
        MvcTestResult again = pages.post("/associations/applications/" + number + "/withdraw", applicant, Map.of());

        assertThat(again).hasStatus(303);
        assertThat(again.getMvcResult().getFlashMap().get("notice"))
                .asString()
                .contains("已撤回申请 " + number, "撤回时间 " + world.today());
        assertThat(status(number)).isEqualTo(ReviewStatus.WITHDRAWN);
        assertThat(submitted()).isNotEqualTo(number);
    }

    @Test
    void whichPapersCameIsKeptByRoundAndTakesNothingOfTheRemark() {
        ApplicationNumber number = submitted();
        String remark = "备".repeat(994) + "到此为止";
        Map<String, String> back = new LinkedHashMap<>(Map.of("result", "RETURN", "opinion", "请补决议", "remark", remark));
        MvcTestResult returned = decide(number, back, "RECEIVED", "MISSING");
        assertThat(returned).hasStatus3xxRedirection();

        String seen = pages.open("/associations/reviews/" + number, world.clerk())
                .select(".timeline")
                .text();
        assertThat(seen).contains("物业服务合同（原件 2 份） 已收到；业主大会决议（复印件 1 份） 未收到", "内部备注：" + remark);
        assertThat(pages.open("/associations/applications/" + number, applicant).text())
                .contains("请补决议")
                .doesNotContain("到此为止", "已收到");

        form = Pages.redirected(pages.post("/associations/applications/" + number + "/revise", applicant, Map.of()));
        pages.post(form, applicant, filled());
        assertThat(pages.post(check(), applicant, Map.of())).hasStatus(303);
        assertThat(pages.open("/associations/reviews/" + number, world.clerk())
                        .select("select[name=papers] option[selected]")
                        .eachText())
                .as("what came stays there")
                .containsExactly("已收到");
        assertThat(decide(number, Map.of("result", "APPROVE"), "RECEIVED", "RECEIVED"))
                .hasStatus3xxRedirection();
        assertThat(pages.open("/associations/reviews/" + number, world.clerk())
                        .select(".timeline")
                        .text())
                .contains("决议（复印件 1 份） 已收到", "决议（复印件 1 份） 未收到");
    }

    @Test
    void whatWasComparedIsShownAsItWasAtTheDecision() {
        ApplicationNumber number = submitted();
        assertThat(findings(number)).contains("该物业区域目前没有有效的关联");
        approve(number);

        List<String> kept = findings(number);

        assertThat(kept).contains("该物业区域目前没有有效的关联").noneMatch(line -> line.contains("已有关联"));
        assertThat(pages.open("/associations/reviews/" + number, world.clerk()).text())
                .contains("这是 " + world.today(), "审核时的比对结果");
        enterprises.disable(company, "停业整顿", world.clerk());
        assertThat(findings(number)).as("what happens later changes nothing").isEqualTo(kept);
    }

    @Test
    void whoHasManyApplicationsPagesThroughAllOfThem() {
        for (int i = 0; i < 23; i++) {
            ApplicationNumber number = submitted();
            pages.post("/associations/applications/" + number + "/withdraw", applicant, Map.of());
        }

        Document first = pages.open("/associations", applicant);
        assertThat(first.text()).contains("我的申请（23）");
        assertThat(first.select("tbody tr")).hasSize(20);
        Document second = pages.open(first.select(".pager a[rel=next]").attr("href"), applicant);
        assertThat(second.select("tbody tr")).hasSize(3);
        List<String> seen = new ArrayList<>(first.select("td.card-title").eachText());
        seen.addAll(second.select("td.card-title").eachText());
        assertThat(seen).doesNotHaveDuplicates().hasSize(23).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages.open(second.select(".pager a[rel=prev]").attr("href"), applicant)
                        .select("tbody tr"))
                .hasSize(20);
        assertThat(pages.open("/associations?after=bm90IGEga2V5", applicant).select("tbody tr"))
                .as("a key that somebody made up")
                .hasSize(20);
    }

    @Test
    void theSameFormSentTwiceMakesOneApplication() {
        submitted();
        pages.post(check(), applicant, Map.of());

        assertThat(applications
                        .own(AssociationDefinition.KIND, applicant.organisation())
                        .page(Cursor.start())
                        .items())
                .hasSize(1);
    }

    @Test
    void anotherCommitteesAndAnotherDistrictsApplicationDoesNotExist() {
        ApplicationNumber number = submitted();
        CurrentUser neighbour = world.personOf(world.committee(world.area("观澜苑"), "观澜苑业主委员会"));

        assertThat(pages.get("/associations/applications/" + number, neighbour)).hasStatus(404);
        assertThat(pages.get("/associations/applications/" + number + "/withdraw", neighbour))
                .hasStatus(404);
        pages.post("/associations/new?number=" + number, neighbour, Map.of("enterprise", company.toString()));
        assertThat(pages.get("/associations/new/form?number=" + number, neighbour))
                .hasRedirectedUrl("/associations/new");
        assertThat(pages.get(form, neighbour)).hasRedirectedUrl("/associations/new");
        assertThat(pages.post(check(), neighbour, Map.of("number", number.value())))
                .hasRedirectedUrl("/associations/new");
        for (String verb : List.of("/withdraw", "/revise")) {
            assertThat(pages.post("/associations/applications/" + number + verb, neighbour, Map.of()))
                    .hasStatus(404);
        }
        assertThat(pages.get("/associations/reviews/" + number, world.clerkElsewhere()))
                .hasStatus(404);
        assertThat(status(number)).isEqualTo(ReviewStatus.PENDING);
    }

    @Test
    void anOfficeThatWasDeletedMeanwhileStopsTheApproval() {
        ApplicationNumber number = submitted();
        assertThat(pages.post("/my/offices/" + office + "/delete", companyPerson, Map.of()))
                .hasStatus(303);

        MvcTestResult refused = decide(number, Map.of("result", "APPROVE"));

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select("main").text()).contains("所选的小区管理处已停用或被删除", "小区管理处已被删除：听松苑管理处");
        assertThat(associations.effectiveFor(area)).isEmpty();
    }

    @Test
    void anOfficeThatManagesAnAreaCantBeDeleted() {
        approve(submitted());

        Document confirmation = pages.open("/my/offices/" + office + "/delete", companyPerson);
        assertThat(confirmation.select(".notice").text()).contains("不能删除", "正在管理小区");
        assertThat(confirmation.select("main button").eachText()).containsExactly("停用");
        assertThat(pages.post("/my/offices/" + office + "/delete", companyPerson, Map.of()))
                .hasStatus(409);
        assertThat(offices.find(office)).isPresent();
    }

    private void choose() {
        form = Pages.redirected(
                pages.post("/associations/new", applicant, Map.of("enterprise", company.toString(), "typed", "clear")));
        assertThat(form).startsWith("/associations/new/form?draft=");
    }

    private String check() {
        return form.replace("/form", "/check");
    }

    private ApplicationNumber submitted() {
        choose();
        pages.post(form, applicant, filled());
        MvcTestResult result = pages.post(check(), applicant, Map.of());
        assertThat(result).hasStatus(303);
        List<OwnApplication> mine = applications
                .own(AssociationDefinition.KIND, applicant.organisation())
                .page(Cursor.start())
                .items();
        return mine.get(0).number();
    }

    private void approve(ApplicationNumber number) {
        assertThat(decide(number, Map.of("result", "APPROVE"))).hasStatus3xxRedirection();
    }

    private List<String> findings(ApplicationNumber number) {
        return pages.open("/associations/reviews/" + number, world.clerk()).select(".findings li").eachText().stream()
                .map(line -> line.replaceFirst("^(通过|请注意)：", ""))
                .toList();
    }

    private MvcTestResult decide(ApplicationNumber number, Map<String, String> decision, String... papers) {
        int version = applications
                .forReview(AssociationDefinition.KIND, number, world.clerk())
                .version();
        var request = mvc.post()
                .uri("/associations/reviews/" + number)
                .with(SignedIn.as(world.clerk()))
                .with(csrf())
                .param("version", Integer.toString(version))
                .param("papers", papers);
        decision.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult decide(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> form = new LinkedHashMap<>(decision);
        form.put(
                "version",
                Integer.toString(applications
                        .forReview(AssociationDefinition.KIND, number, world.clerk())
                        .version()));
        return pages.post("/associations/reviews/" + number, world.clerk(), form);
    }

    private ReviewStatus status(ApplicationNumber number) {
        return applications
                .forReview(AssociationDefinition.KIND, number, world.clerk())
                .status();
    }

    private String error(Map<String, String> typed, String field) {
        MvcTestResult result = pages.post(form, applicant, typed);
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select("#" + field + "-error").text();
    }

    private Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("target", "OFFICE");
        form.put("office", office.toString());
        form.put("contractStart", world.today().minusDays(10).toString());
        form.put("contractEnd", world.today().plusYears(2).toString());
        form.put("papers[0].copies", "２");
        form.put("papers[0].form", "ORIGINAL");
        form.put("papers[1].copies", "1");
        form.put("papers[1].form", "COPY");
        form.put("papers[2].copies", "");
        form.put("papers[2].form", "ORIGINAL");
        form.put("remark", "请尽快");
        return form;
    }
}
