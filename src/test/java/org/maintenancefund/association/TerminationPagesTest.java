package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.association.termination.TerminationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 申请解除关联 → 关联解除审核 → the company doesn't manage the area any more, by the pages. */
@IntegrationTest
@Transactional
class TerminationPagesTest extends AssociationPages {

    private static final String REVIEWS = "/associations/terminations/reviews/";
    private static final String OWN = "/associations/terminations/own/";

    @Autowired
    ATermination aTermination;

    private AssociationView right;
    private LocalDate end;

    @BeforeEach
    void theOfficeManagesTheArea() {
        end = world.today().plusYears(2);
        world.association(committee, company, office, world.today().minusDays(10), end);
        right = associations.effectiveFor(area).orElseThrow();
        form = "/associations/" + right.id() + "/terminate";
    }

    @Override
    String check() {
        return form.replace("/terminate", "/terminate/check");
    }

    @Override
    Map<String, String> filled() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("endsOn", world.today().plusDays(70).toString());
        typed.put("reason", "DISMISSED");
        typed.put("remark", "服务不到位");
        typed.put("papers[0].copies", "2");
        typed.put("papers[0].form", "ORIGINAL");
        typed.put("papers[1].copies", "1");
        typed.put("papers[1].form", "COPY");
        typed.put("papers[2].copies", "");
        typed.put("papers[2].form", "ORIGINAL");
        return typed;
    }

    /** Fills in the form; the addresses are those of the draft afterwards. */
    private Document checked(Map<String, String> typed) {
        String next = Pages.redirected(pages.post(form, applicant, typed));
        assertThat(next).contains("/terminate/check?draft=");
        form = next.replace("/terminate/check", "/terminate");
        return pages.open(next, applicant);
    }

    private ApplicationNumber sent(Map<String, String> typed) {
        checked(typed);
        String next = Pages.redirected(pages.post(check(), applicant, Map.of()));
        assertThat(next).startsWith(OWN + "JC");
        return new ApplicationNumber(next.substring(OWN.length()));
    }

    private MvcTestResult decideEnd(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> sent = new LinkedHashMap<>(decision);
        int version = applications
                .forReview(TerminationDefinition.KIND, number, world.clerk())
                .version();
        sent.put("version", Integer.toString(version));
        return pages.post(REVIEWS + number, world.clerk(), sent);
    }

    private static Map<String, String> approval() {
        return Map.of("result", "APPROVE", "paper0", "RECEIVED", "paper1", "RECEIVED");
    }

    @Test
    void onesPageLeadsToTheFormThatTellsWhatIsToEnd() {
        Document own = pages.open("/associations", applicant);
        assertThat(own.select("main a[href=" + form + "]").text()).isEqualTo("申请解除当前关联");

        Document page = pages.open(form, applicant);

        assertThat(page.select("h1").text()).isEqualTo("申请解除关联");
        assertThat(page.select("main .inset").text())
                .contains("解除与云州听松物业有限公司 · 听松苑管理处的关联", world.today() + " 至 " + end, "不用先解除");
        assertThat(page.select("#endsOn-hint").text()).contains("在 " + world.today() + " 至 " + end + " 之间");
        assertThat(page.select("main form .field > label.field-label, main form .field > legend,"
                                + " main form .field-group > legend")
                        .eachText())
                .containsExactly(
                        "解除日期",
                        "解除原因",
                        "补充说明（选填）",
                        "解除协议或解聘通知（选填）",
                        "份数",
                        "原件/复印件",
                        "业主大会决议（选填）",
                        "份数",
                        "原件/复印件",
                        "其他（选填）",
                        "份数",
                        "原件/复印件",
                        "附件（选填）");
        assertThat(page.select("input[name=reason] + span > span:first-child").eachText())
                .containsExactly("业主大会决定解聘", "双方协商解除", "企业退出，不再服务", "其他原因");
        assertThat(page.select("#papers").text()).contains("电话 0000-1234567（工作日 9:00–12:00，14:00–17:30）");
        assertThat(page.select("#papers a.phone").eachAttr("href")).containsExactly("tel:0000-1234567");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> typed = filled();
        typed.put("endsOn", "2026-13-01");
        typed.put("reason", "");
        typed.put("papers[0].copies", "两份");
        typed.put("remark", "字".repeat(501));

        MvcTestResult result = pages.post(form, applicant, typed);

        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "解除日期填写有误，请按“年-月-日”填写，例如 2026-06-01",
                        "请选择解除原因",
                        "解除协议或解聘通知的份数应为 0 到 99 之间的数字，没有的材料可以不填",
                        "补充说明最多 500 个字，现在多了 1 个");
        assertThat(page.select("[name='papers[0].copies']").val()).isEqualTo("两份");
        assertThat(page.select("#endsOn").val()).isEqualTo("2026-13-01");
    }

    @Test
    void theDayLiesWithinTheRightAndSomePaperIsHandedIn() {
        Map<String, String> late = filled();
        late.put("endsOn", end.plusDays(1).toString());
        Map<String, String> early = filled();
        early.put("endsOn", world.today().minusDays(1).toString());
        Map<String, String> bare = filled();
        bare.put("papers[0].copies", "0");
        bare.put("papers[1].copies", "");
        bare.put("reason", "OTHER");
        bare.put("remark", " ");

        String bounds = "解除日期应在 " + world.today() + " 至 " + end + " 之间";
        assertThat(error(late, "endsOn")).contains(bounds);
        assertThat(error(early, "endsOn")).contains(bounds);
        assertThat(error(bare, "papers0\\.copies")).contains("请至少填写一种纸质材料的份数");
        assertThat(error(bare, "remark")).contains("选了“其他原因”，请在补充说明里写明");
        assertThat(pages.post(form, applicant, onDay(end))).hasStatus3xxRedirection();
    }

    private Map<String, String> onDay(LocalDate day) {
        Map<String, String> typed = filled();
        typed.put("endsOn", day.toString());
        return typed;
    }

    @Test
    void whatComesOfItIsToldBeforeTheSubmissionAndToTheReviewer() {
        LocalDate day = world.today().plusDays(70);
        Document check = checked(filled());
        String ends = "云州听松物业有限公司 · 听松苑管理处管理到 " + day.minusDays(1) + " 为止；从 " + day + " 起";
        String nobody = "之后没有已通过的关联：从 " + day + " 起本小区没有管理单位";
        assertThat(check.select("#consequences").text()).contains(ends, nobody);
        assertThat(check.select(".precheck-clear"))
                .as("there is nothing to foresee")
                .hasSize(1);
        EnterpriseId next = world.company("云州接手物业有限公司");
        world.association(committee, next, null, day.plusDays(30), end.plusYears(1));
        String gap = "之后由云州接手物业有限公司从 " + day.plusDays(30) + " 起管理；" + day + " 至 " + day.plusDays(29) + " 没有管理单位";
        assertThat(pages.open(check(), applicant).select("#consequences").text())
                .contains(ends, gap);

        String number =
                Pages.redirected(pages.post(check(), applicant, Map.of())).substring(OWN.length());

        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".findings li.doubt")
                        .text())
                .contains(gap);
    }

    @Test
    void aDayThatIsOverAndAShortNoticeAreAskedAboutAndStandInNobodysWay() {
        clock.at(world.today().plusDays(20).atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
            Document check = checked(onDay(world.today().plusDays(5)));

            assertThat(check.select(".precheck li strong").eachText())
                    .containsExactly("解除日期 " + world.today().plusDays(5) + " 已过");
            assertThat(check.select("#consequences").text()).contains("从审核通过当天起解除");
            assertThat(check.select("main form button").eachText()).containsExactly("提交");
        });
        form = "/associations/" + right.id() + "/terminate";
        Map<String, String> short59 = onDay(world.today().plusDays(59));
        short59.put("papers[1].copies", "");
        assertThat(checked(short59).select(".precheck li strong").eachText())
                .containsExactly("解除日期不到 60 天", "没有业主大会决议");
    }

    @Test
    void everyFieldArrivesOnTheCheckPageAndAtTheReviewer() {
        Document check = checked(filled());
        assertThat(check.select(".summary-list").text())
                .contains("解除日期 " + world.today().plusDays(70), "解除原因 业主大会决定解聘", "补充说明 服务不到位");
        assertThat(check.select(".row-action a").eachText())
                .as("what the association itself says is not changed here")
                .containsExactly("修改：解除日期", "修改：解除原因", "修改：纸质材料", "修改：补充说明", "修改：附件");

        ApplicationNumber number = sent(filled());

        Document review = pages.open(REVIEWS + number, world.clerk());
        assertThat(review.select("h1").text()).isEqualTo("听松苑业主委员会");
        assertThat(review.select(".summary-list").text())
                .contains(
                        "物业区域 听松苑",
                        "管理单位 云州听松物业有限公司 · 听松苑管理处",
                        "合同期限 " + world.today().minusDays(10) + " 至 " + end,
                        "关联有效期 " + world.today() + " 至 " + end)
                .contains("解除日期 " + world.today().plusDays(70), "解除原因 业主大会决定解聘", "补充说明 服务不到位")
                .contains("解除协议或解聘通知（原件 2 份）", "业主大会决议（复印件 1 份）");
        assertThat(review.select("fieldset[data-paper]")).hasSize(2);
        assertThat(pages.open("/associations/terminations/reviews", world.clerk())
                        .select("tbody tr")
                        .text())
                .contains(number.value(), "听松苑业主委员会", "业主大会决定解聘");
    }

    @Test
    void afterTheApprovalTheCompanyManagesItToTheDayBeforeAndThenNoMore() {
        LocalDate day = world.today().plusDays(70);
        ApplicationNumber number = sent(filled());

        assertThat(decideEnd(number, approval())).hasStatus3xxRedirection();

        assertThat(pages.open("/my/areas", officePerson).select("main").text()).contains("听松苑");
        assertThat(pages.open(OWN + number, applicant).select("main .notice").text())
                .contains("申请已通过", "云州听松物业有限公司 · 听松苑管理处的关联到 " + day.minusDays(1) + " 为止");
        on(
                day.minusDays(1),
                () -> assertThat(pages.get("/my/areas/" + area, companyPerson)).hasStatusOk());
        on(day, () -> {
            for (CurrentUser manager : List.of(officePerson, companyPerson)) {
                assertThat(pages.open("/my/areas", manager).select("main").text())
                        .doesNotContain("听松苑业主委员会");
                assertThat(pages.get("/my/areas/" + area, manager)).hasStatus(404);
            }
            assertThat(associations.areasOf(company.ref()))
                    .as("what community information it may complete")
                    .isEmpty();
        });
    }

    @Test
    void whatIsToldAfterwardsIsTheLastDayThatTheRightHasSince() {
        ApplicationNumber number = sent(filled());
        decideEnd(number, approval());
        EnterpriseId next = world.company("云州接手物业有限公司");
        world.association(committee, next, null, world.today().plusDays(10), end);

        assertThat(pages.open(OWN + number, applicant).select("main .notice").text())
                .contains("听松苑管理处的关联到 " + world.today().plusDays(9) + " 为止");
    }

    @Test
    void whereTheDayHasComeTheRightEndsAtOnce() {
        ApplicationNumber number = sent(onDay(world.today()));

        on(world.today().plusDays(3), () -> {
            assertThat(pages.get("/my/areas/" + area, companyPerson)).hasStatusOk();
            decideEnd(number, approval());
            assertThat(pages.get("/my/areas/" + area, companyPerson)).hasStatus(404);
        });
        assertThat(associations.of(committee.id()).get(0).effectiveTo())
                .as("what was managed until then was managed")
                .isEqualTo(world.today().plusDays(2));
    }

    @Test
    void aReturnedApplicationIsMendedUnderTheSameNumber() {
        ApplicationNumber number = sent(filled());
        decideEnd(number, Map.of("result", "RETURN", "reasons", "缺少业主大会决议", "opinion", "请补决议原件"));
        assertThat(pages.open(OWN + number, applicant).select("main").text()).contains("请补决议原件");

        form = Pages.redirected(pages.post(OWN + number + "/revise", applicant, Map.of()));
        assertThat(form).startsWith("/associations/" + right.id() + "/terminate?draft=");
        Document again = pages.open(form, applicant);
        assertThat(again.select("#endsOn").val())
                .isEqualTo(world.today().plusDays(70).toString());
        assertThat(again.select("input[name=reason][checked]").val()).isEqualTo("DISMISSED");
        assertThat(again.select("[name='papers[0].copies']").val()).isEqualTo("2");
        Map<String, String> mended = filled();
        mended.put("papers[1].form", "ORIGINAL");
        pages.post(form, applicant, mended);
        assertThat(pages.post(check(), applicant, Map.of())).hasRedirectedUrl(OWN + number);

        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".summary-list .changed")
                        .text())
                .contains("业主大会决议（原件 1 份）");
    }

    @Test
    void aSecondOneWaitsForTheFirstAndOnesPageSaysSo() {
        Document first = checked(filled());
        assertThat(first.select("main form button").eachText()).containsExactly("提交");
        aTermination.submitted(committee, right, world.today().plusDays(5));

        MvcTestResult second = pages.post(check(), applicant, Map.of());

        assertThat(second).hasStatus(400);
        assertThat(Pages.parse(second).select(".notice-error").text()).contains("本小区已有一件关联解除申请正在审核");
        Document again = pages.open("/associations/" + right.id() + "/terminate", applicant);
        assertThat(again.select(".notice").text()).contains("本小区已有一件关联解除申请正在审核");
        assertThat(again.select("form[enctype]")).isEmpty();
        Document own = pages.open("/associations", applicant);
        assertThat(own.select("main").text()).contains("有一件解除申请正在审核", "解除申请（1）");
        assertThat(own.select("a[href=" + form.replaceAll("\\?.*", "") + "]")).isEmpty();
        assertThat(own.select("a[href=/associations/new]"))
                .as("another association can be applied for all the same")
                .isNotEmpty();
    }

    @Test
    void anotherCommitteesAssociationDoesNotExist() {
        CommitteeView others = world.committee(world.area("旁观苑"), "旁观苑业主委员会");
        CurrentUser stranger = world.personOf(others);
        ApplicationNumber number = sent(filled());
        String address = "/associations/" + right.id() + "/terminate";

        assertThat(pages.get(address, stranger)).hasStatus(404);
        assertThat(pages.post(address, stranger, filled())).hasStatus(404);
        assertThat(pages.get(address.replace(right.id().toString(), "nonsense"), applicant))
                .hasStatus(404);
        assertThat(pages.get(OWN + number, stranger)).hasStatus(404);
        assertThat(pages.post(OWN + number + "/withdraw", stranger, Map.of())).hasStatus(404);
        assertThat(pages.get(REVIEWS + number, world.clerkElsewhere())).hasStatus(404);
        assertThat(pages.get(REVIEWS + number, companyPerson)).hasStatus(403);
    }

    @Test
    void aDraftAboutOneAssociationIsNotSentForAnother() {
        world.association(committee, company, null, end.plusDays(1), end.plusYears(1));
        AssociationView later = associations.comingFor(area).get(0);
        checked(filled());
        String key = form.substring(form.indexOf('?'));

        assertThat(pages.get("/associations/" + later.id() + "/terminate" + key, applicant))
                .hasStatus(404);
        assertThat(applications
                        .own(TerminationDefinition.KIND, applicant.organisation())
                        .page(Cursor.start())
                        .items())
                .isEmpty();
    }

    @Test
    void oneThatIsOverMeanwhileCantBeEndedAndNothingTypedIsLost() {
        checked(filled());
        EnterpriseId next = world.company("云州接手物业有限公司");
        world.association(committee, next, null, world.today(), end);

        Document check = pages.open(check(), applicant);

        assertThat(check.select(".notice-error").text()).contains("这份关联已经结束，不用解除", "您填写的内容已经保留");
        assertThat(check.select("main form button").eachText()).doesNotContain("提交");
    }

    @Test
    void aWithdrawnOneEndsNothing() {
        ApplicationNumber number = sent(filled());

        pages.post(OWN + number + "/withdraw", applicant, Map.of());

        assertThat(applications
                        .forReview(TerminationDefinition.KIND, number, world.clerk())
                        .status())
                .isEqualTo(ReviewStatus.WITHDRAWN);
        assertThat(associations.effectiveFor(area).orElseThrow().effectiveTo()).isEqualTo(end);
    }

    private void on(LocalDate day, Runnable work) {
        clock.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }
}
