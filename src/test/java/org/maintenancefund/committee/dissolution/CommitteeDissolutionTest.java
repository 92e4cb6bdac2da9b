package org.maintenancefund.committee.dissolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 业委会注销 from the form to the decision, by the committee or by the district. */
@IntegrationTest
class CommitteeDissolutionTest extends ACommitteeThatEnds {

    private static final String FORM = "/my/committee/dissolution";

    private static Map<String, String> typed() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("reason", "TERM_NOT_RENEWED");
        form.put("explanation", "业主大会没有选出新一届\n街道已备案");
        return form;
    }

    @Test
    void whatEndsIsToldByNameBeforeAnythingIsAsked() {
        ApplicationNumber change = changeUnderWay();

        Document form = pages.open(FORM, person);

        assertThat(form.select("h1").text()).isEqualTo("申请注销");
        assertThat(form.text())
                .contains("注销以后会怎样", "不能恢复", "王建国 " + account.username())
                .contains("终止物业" + world.district().code() + "（" + world.today().minusDays(30))
                .contains("今天通过的，最后一天是 " + world.today().minusDays(1))
                .contains("业委会信息变更 " + change + "（待审核）", areaName + "（", "可以重新注册业委会");
        assertThat(form.select("input[name=reason]").eachAttr("value"))
                .as("of a committee, not of a group")
                .containsExactly("TERM_NOT_RENEWED", "TOO_FEW_MEMBERS", "AREA_GONE", "OTHER");
        String check = filled(person, FORM, typed());
        assertThat(pages.open(check, person).text())
                .contains("王建国 " + account.username(), "任期届满，换届未成", "街道已备案", "不能恢复", "没有上传证明材料", "任期还没有届满");
    }

    @Test
    void returnedMendedAndApprovedItEndsEverythingAtOnce() {
        ApplicationNumber change = changeUnderWay();
        ApplicationNumber number = submitted(person, filled(person, FORM, typed()), FORM);
        assertThat(number.value()).startsWith("ZX");
        assertThat(pages.open("/my/committee", person).text()).contains("注销申请 " + number, "正在审核");
        assertThat(pages.open("/committees/dissolutions/reviews", world.clerk()).text())
                .contains(number.value(), "任期届满，换届未成", areaName);
        assertThat(pages.open("/committees/changes/reviews/" + change, world.clerk())
                        .text())
                .contains("该业委会的注销申请 " + number + " 正在审核");
        assertThat(pages.open(REVIEWS + number, world.clerk()).text())
                .contains("通过后停用 2 个用户名", account.username(), "通过后终止关联：终止物业")
                .contains("通过后有 1 件在办申请失效：业委会信息变更 " + change, "可以重新注册业委会", "任期还没有届满");
        decide(number, "RETURN", world.clerk());
        String mending =
                Pages.redirected(pages.post("/my/committee/dissolutions/" + number + "/revise", person, Map.of()));
        Map<String, String> mended = typed();
        mended.put("reason", "TOO_FEW_MEMBERS");
        assertThat(pages.post(filled(person, mending, mended), person, Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);

        decide(number, "APPROVE", world.clerk());

        CommitteeView dissolved = committees.get(committee.id());
        assertThat(dissolved.status()).isEqualTo(CommitteeStatus.DISSOLVED);
        assertThat(committees.inOfficeFor(committee.area())).isEmpty();
        assertThat(operators.of(committee.id().ref()))
                .extracting(OperatorView::state)
                .containsOnly(OperatorState.DISABLED);
        AssociationView right = associations.of(committee.id()).get(0);
        assertThat(right.endReason()).isEqualTo(EndReason.COMMITTEE_DISSOLVED);
        assertThat(right.effectiveTo()).isEqualTo(world.today().minusDays(1));
        assertThat(associations.effectiveFor(committee.area())).isEmpty();
        assertThat(statusOf(change)).isEqualTo("LAPSED");
        assertThat(pages.open("/committees/changes/reviews/" + change, world.clerk())
                        .text())
                .contains("因申请单位注销失效", "业委会已注销（受理编号 " + number + "），这件申请随之失效");
        assertThat(auditOf("COMMITTEE_DISSOLVED")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT ended_by FROM association WHERE id = :id")
                        .param("id", right.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(number.value());
        assertThat(pages.open("/areas/" + committee.area(), world.clerk()).select("a[href=" + REVIEWS + number + "]"))
                .as("what ended it, in 谁管理过")
                .isNotEmpty();
    }

    @Test
    void whatTheDistrictEntersIsDecidedByAColleagueAndSeenByTheCommittee() {
        String path = "/committees/" + committee.id() + "/dissolution";
        assertThat(pages.open("/committees/" + committee.id(), world.clerk()).select("a:contains(登记注销)"))
                .hasSize(1);
        ApplicationNumber number = submitted(world.clerk(), filled(world.clerk(), path, typed()), path);

        assertThat(pages.open(REVIEWS + number, world.clerk()).text()).contains("请同事审核");
        assertThat(pages.open("/my/committee/dissolutions/" + number, person).text())
                .contains("待审核", "撤回申请");
        assertThat(pages.open("/committees/" + committee.id(), world.clerk()).text())
                .contains("业委会注销 " + number + "（待审核）");
        decide(number, "APPROVE", colleague);

        assertThat(committees.get(committee.id()).status()).isEqualTo(CommitteeStatus.DISSOLVED);
    }

    @Test
    void withdrawnItEndsNothing() {
        ApplicationNumber number = dissolutions.submitted(committee, person);

        assertThat(pages.post("/my/committee/dissolutions/" + number + "/withdraw", person, Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(committees.get(committee.id()).status()).isNotEqualTo(CommitteeStatus.DISSOLVED);
        assertThat(associations.effectiveFor(committee.area())).isPresent();
        assertThat(pages.open("/my/committee", person).text()).contains("申请注销", "已撤回");
    }

    @Test
    void aMistakeIsToldAtItsFieldAndNothingTypedIsLost() {
        Document nothing = refused(Map.of());
        assertThat(nothing.select(".error-summary li").eachText())
                .containsExactly("请选择注销原因", "情况说明：请写明注销的经过，例如什么时候、由谁决定的");
        assertThat(nothing.title()).startsWith("错误：");
        Document unfit = refused(Map.of("reason", "GROUP_ENDED", "explanation", "筹备组解散了"));
        assertThat(unfit.select(".error-summary").text()).contains("请选择注销原因");
        assertThat(unfit.select("textarea[name=explanation]").val()).isEqualTo("筹备组解散了");
        assertThat(refused(Map.of("reason", "没有这个", "explanation", "说明"))
                        .select(".error-summary")
                        .text())
                .contains("请选择注销原因");
        assertThat(refused(Map.of("reason", "OTHER", "explanation", "长".repeat(501)))
                        .select(".error-summary")
                        .text())
                .contains("500");
    }

    @Test
    void aPreparatoryGroupHasReasonsOfItsOwn() {
        CommitteeView group = world.preparatoryGroup("终止新村" + world.district().code());

        assertThat(pages.open(FORM, world.personOf(group))
                        .select("input[name=reason]")
                        .eachAttr("value"))
                .containsExactly("AREA_GONE", "GROUP_ENDED", "OTHER");
        dissolutions.approved(group, world.clerk());

        assertThat(committees.get(group.id()).status()).isEqualTo(CommitteeStatus.DISSOLVED);
    }

    @Test
    void aSecondOneIsToldBeforeAnythingIsTypedAndNothingEndsTwice() {
        ApplicationNumber number = dissolutions.submitted(committee, person);
        String path = "/committees/" + committee.id() + "/dissolution";

        Document pending = pages.open(path, world.clerk());
        assertThat(pending.select(".notice").text()).contains("已有一件注销申请正在审核");
        assertThat(pending.select("main form")).isEmpty();
        Document check = pages.open(filled(world.clerk(), path, typed()), world.clerk());
        assertThat(check.text()).contains("已有一件注销申请正在审核", "现在不能提交");
        assertThat(check.select("button:contains(提交)")).isEmpty();
        dissolutions.decided(number, ReviewAction.APPROVE, world.clerk());
        Document gone = pages.open(path, world.clerk());
        assertThat(gone.select(".notice").text()).contains("这个业委会已经注销");
        assertThatThrownBy(() -> dissolutions.submitted(committee, world.clerk()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("committee.dissolution.gone"));
    }

    @Test
    void anotherDistrictAndAnotherCommitteeSeeNothingOfIt() {
        ApplicationNumber number = dissolutions.submitted(committee, person);
        CurrentUser elsewhere = world.clerkElsewhere();
        CurrentUser neighbour = world.personOf(world.committee(world.area(areaName + "北"), areaName + "北业主委员会"));

        for (String page : List.of(
                REVIEWS + number,
                REVIEWS + number + "/print/acceptance",
                REVIEWS + number + "/print/notice",
                "/committees/" + committee.id() + "/dissolution",
                "/committees/" + committee.id())) {
            assertThat(pages.get(page, elsewhere)).as(page).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(pages.post(REVIEWS + number, elsewhere, Map.of("result", "APPROVE", "version", "0")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/my/committee/dissolutions/" + number, neighbour)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/committees/" + committee.id() + "/dissolution", person))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get("/committees/keine/dissolution", world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aDraftAboutAnotherCommitteeIsNotThere() {
        String check = filled(person, FORM, typed());
        CurrentUser neighbour = world.personOf(world.committee(world.area(areaName + "北"), areaName + "北业主委员会"));

        assertThat(pages.post(check, neighbour, Map.of())).hasRedirectedUrl("/my/committee");
        assertThat(pages.open("/my/committee", person).select("#drafts").text()).contains(committee.name());
    }

    private Document refused(Map<String, String> form) {
        MvcTestResult result = pages.post(FORM, person, form);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result);
    }

    /** 信息变更 of another office address, waiting. */
    private ApplicationNumber changeUnderWay() {
        Map<String, String> form = new LinkedHashMap<>(Map.of("items", "OFFICE", "reason", "搬迁"));
        form.put("officeAddress", "新会所 3 楼");
        String check = Pages.redirected(pages.post("/my/committee/change", person, form));
        assertThat(pages.post(check, person, Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        return pending("COMMITTEE_CHANGE");
    }

    /** Sends the form; answers the address of the check page. */
    private String filled(CurrentUser user, String form, Map<String, String> typed) {
        String check = Pages.redirected(pages.post(form, user, typed));
        assertThat(check).contains("/dissolution/check?draft=");
        return check;
    }

    private String statusOf(ApplicationNumber number) {
        return jdbc.sql("SELECT status FROM application WHERE number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private int auditOf(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :action AND object_id = :id")
                .param("action", action)
                .param("id", committee.id().toString())
                .query(Integer.class)
                .single();
    }

    private void decide(ApplicationNumber number, String result, CurrentUser reviewer) {
        String version = pages.open(REVIEWS + number, reviewer)
                .select("input[name=version]")
                .val();
        assertThat(pages.post(
                        REVIEWS + number,
                        reviewer,
                        Map.of("result", result, "reasons", "附件缺失或看不清", "version", version)))
                .hasStatus3xxRedirection();
    }
}
