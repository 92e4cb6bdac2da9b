package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 申请小区管理处关联 → 小区管理处关联审核 → 我管理的小区, by the pages. */
@IntegrationTest
@Transactional
class AssociationFlowTest extends AssociationPages {

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
    void theCompaniesOfTheOwnDistrictStandFirstAndWhatWasTypedIsMarked() {
        world.company("云州安听松服务公司", world.otherDistrict());

        Document page = pages.open("/associations/new?text=听松", applicant);

        assertThat(page.select("label.choice mark").eachText()).containsExactly("听松", "听松");
        assertThat(page.select("label.choice").eachText())
                .satisfiesExactly(
                        own -> assertThat(own).startsWith("云州听松物业有限公司"),
                        other -> assertThat(other).startsWith("云州安听松服务公司"));
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
                        "业主大会决议（选填）",
                        "份数",
                        "原件/复印件",
                        "其他（选填）",
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
    void whereThePapersGoIsToldWithItsHoursAndANumberToDial() {
        choose();

        Document page = pages.open(form, applicant);
        assertThat(page.select("#papers").text())
                .contains(world.district().centreName(), "电话 0000-1234567（工作日 9:00–12:00，14:00–17:30）");
        assertThat(page.select("#papers a.phone").eachAttr("href")).containsExactly("tel:0000-1234567");

        pages.post(form, applicant, filled());
        MvcTestResult submitted = pages.post(check(), applicant, Map.of());
        assertThat(submitted.getMvcResult().getFlashMap().get("notice"))
                .asString()
                .contains("（示范路 1 号，工作日 9:00–12:00，14:00–17:30，电话 0000-1234567）");
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
                        "合同起始日期填写有误，请按“年-月-日”填写，例如 2026-06-01",
                        "请填写合同终止日期",
                        "请填写物业服务合同的份数，至少 1 份",
                        "业主大会决议的份数应为 0 到 99 之间的数字，没有的材料可以不填",
                        "申请说明最多 500 个字，现在多了 1 个");
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
    void whatTheSystemSeesByItselfIsToldBeforeTheSubmission() {
        choose();
        Map<String, String> typed = filled();
        typed.put("contractEnd", world.today().plusDays(20).toString());
        typed.put("papers[1].copies", "");
        assertThat(pages.post(form, applicant, typed)).hasRedirectedUrl(check());

        Document check = pages.open(check(), applicant);
        assertThat(check.select(".precheck li strong").eachText())
                .containsExactly("合同将于 " + world.today().plusDays(20) + " 到期，不足 60 天", "没有业主大会决议");
        assertThat(check.select("main form button").eachText()).containsExactly("提交");
    }

    @Test
    void everyFieldOfTheFormArrivesOnTheCheckPageAndAtTheReviewer() {
        choose();
        assertThat(pages.post(form, applicant, filled())).hasRedirectedUrl(check());
        Document check = pages.open(check(), applicant);
        String expected = "关联对象 小区管理处 修改：关联对象 物业服务企业 云州听松物业有限公司";
        assertThat(check.select(".summary-list").text()).contains(expected);
        assertThat(check.select("main form button").eachText()).containsExactly("提交");
        assertThat(check.select(".precheck-clear"))
                .as("there is nothing to foresee")
                .hasSize(1);

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
        assertThat(review.select("fieldset[data-paper]")).hasSize(2);
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
}
