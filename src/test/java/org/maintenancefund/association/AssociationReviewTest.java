package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an application for an association at the review, by the pages. */
@IntegrationTest
@Transactional
class AssociationReviewTest extends AssociationPages {

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
    void whichPapersCameIsKeptByRoundAndTakesNothingOfTheRemark() {
        ApplicationNumber number = submitted();
        String remark = "备".repeat(994) + "到此为止";
        Map<String, String> back = new LinkedHashMap<>(Map.of("result", "RETURN", "opinion", "请补决议", "remark", remark));
        MvcTestResult returned = decide(number, back, "RECEIVED", "MISSING");
        assertThat(returned).hasStatus3xxRedirection();

        String seen = pages.open("/associations/reviews/" + number, world.clerk())
                .select(".timeline")
                .text();
        assertThat(seen).contains("物业服务合同（原件 2 份） 已收到；业主大会决议（复印件 1 份） 未收到", "内部备注 " + remark);
        assertThat(pages.open("/associations/applications/" + number, applicant).text())
                .contains("请补决议")
                .doesNotContain("到此为止", "已收到");

        form = Pages.redirected(pages.post("/associations/applications/" + number + "/revise", applicant, Map.of()));
        pages.post(form, applicant, filled());
        assertThat(pages.post(check(), applicant, Map.of())).hasStatus(303);
        assertThat(pages.open("/associations/reviews/" + number, world.clerk())
                        .select("input[name^=paper][checked]")
                        .eachAttr("name"))
                .as("what came stays there, of the other nothing is preset")
                .containsExactly("paper0");
        assertThat(decide(number, Map.of("result", "APPROVE"), "RECEIVED", "RECEIVED"))
                .hasStatus3xxRedirection();
        assertThat(pages.open("/associations/reviews/" + number, world.clerk())
                        .select(".timeline")
                        .text())
                .contains("决议（复印件 1 份） 已收到", "决议（复印件 1 份） 未收到");
    }

    @Test
    void anApprovalWaitsForThePapersUnlessItSaysWhyNot() {
        ApplicationNumber number = submitted();
        assertThat(pages.open("/associations/reviews/" + number, world.clerk()).select("input[name^=paper][checked]"))
                .as("nothing is preset")
                .isEmpty();

        assertThat(errors(decide(number, Map.of("result", "APPROVE"))))
                .containsExactly("请选择“物业服务合同（原件 2 份）”是否已收到", "请选择“业主大会决议（复印件 1 份）”是否已收到");
        assertThat(errors(decide(number, Map.of("result", "APPROVE"), "RECEIVED", "MISSING")))
                .containsExactly("“业主大会决议（复印件 1 份）”还没有收到，不能通过。确需先办的，请勾选“容缺办理”并写明理由");
        assertThat(errors(decide(number, Map.of("result", "APPROVE", "waived", "true"), "RECEIVED", "MISSING")))
                .containsExactly("请填写容缺办理的理由");
        assertThat(status(number)).isEqualTo(ReviewStatus.PENDING);
        assertThat(decide(number, Map.of("result", "RETURN", "opinion", "请补决议")))
                .as("a return asks for none")
                .hasStatus3xxRedirection();
    }

    @Test
    void whatAnApprovalDidNotWaitForIsATodoUntilItComes() {
        ApplicationNumber number = submitted();
        assertThat(decide(
                        number,
                        Map.of("result", "APPROVE", "waived", "true", "waiver", "决议正在盖章，周五送来"),
                        "RECEIVED",
                        "MISSING"))
                .hasStatus3xxRedirection();

        assertThat(pages.open("/workbench", world.clerk()).select(".todo-list").text())
                .contains("容缺材料待收");
        assertThat(pages.open("/associations/reviews?tab=approved&owed=1", world.clerk())
                        .select("tbody tr"))
                .hasSize(1);
        Document page = pages.open("/associations/reviews/" + number, world.clerk());
        assertThat(page.select("#owed").text()).contains("业主大会决议（复印件 1 份）", "决议正在盖章，周五送来", "已收到");
        assertThat(page.select(".timeline").text()).contains("容缺办理，决议正在盖章");

        String papers = "/associations/reviews/" + number + "/papers";
        assertThat(pages.post(papers, world.clerkElsewhere(), Map.of("position", "1")))
                .hasStatus(404);
        assertThat(pages.post(papers, world.clerk(), Map.of("position", "1"))).hasStatus(303);
        assertThat(pages.post(papers, world.clerk(), Map.of("position", "1")))
                .as("a double click")
                .hasStatus(303);

        assertThat(pages.open("/workbench", world.clerk()).select(".todo-list").text())
                .doesNotContain("容缺材料待收");
        assertThat(pages.open("/associations/reviews/" + number, world.clerk())
                        .select(".timeline strong")
                        .eachText())
                .filteredOn("收到容缺材料"::equals)
                .hasSize(1);
    }

    private static List<String> errors(MvcTestResult refused) {
        assertThat(refused).hasStatus(400);
        return Pages.parse(refused).select(".error-summary li").eachText();
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

        MvcTestResult refused = decide(number, Map.of("result", "APPROVE"), "RECEIVED", "RECEIVED");

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select("main").text()).contains("所选的小区管理处已停用或被删除", "小区管理处已被删除：听松苑管理处");
        assertThat(associations.effectiveFor(area)).isEmpty();
    }

    @Test
    void theListOfAreasNamesTheCommitteeAndWhoManages() {
        assertThat(pages.open("/areas?q=听松苑", world.municipal()).select("tbody").text())
                .contains("听松苑业主委员会没有管理单位");

        approve(submitted());

        assertThat(pages.open("/areas?q=听松苑", world.municipal()).select("tbody").text())
                .contains("听松苑业主委员会听松苑管理处");
        assertThat(Sheets.rows(pages.get("/areas/export?q=听松苑", world.municipal()))
                        .get(1))
                .contains("听松苑业主委员会", "听松苑管理处");
    }

    @Test
    void anOfficeThatManagesAnAreaCantBeDeleted() {
        approve(submitted());

        Document confirmation = pages.open("/my/offices/" + office + "/delete", companyPerson);
        assertThat(confirmation.select(".notice").text()).contains("不能删除", "正在管理小区");
        assertThat(confirmation.select("main .btn-primary").eachText()).containsExactly("改为停用");
        assertThat(pages.post("/my/offices/" + office + "/delete", companyPerson, Map.of()))
                .hasStatus(409);
        assertThat(offices.find(office)).isPresent();
    }
}
