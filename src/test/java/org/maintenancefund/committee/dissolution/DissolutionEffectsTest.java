package org.maintenancefund.committee.dissolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the end of a committee ends, and what stays of it. */
@IntegrationTest
class DissolutionEffectsTest extends ACommitteeThatEnds {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ATermination aTermination;

    @Autowired
    Passwords passwords;

    @Test
    void whoReviewsTheEndOfARightIsToldThatItsCommitteeMayEndToo() {
        ApplicationNumber end = aTermination.submitted(
                committee,
                associations.effectiveFor(committee.area()).orElseThrow(),
                world.today().plusDays(5));
        ApplicationNumber number = dissolutions.submitted(committee, person);

        assertThat(pages.open("/associations/terminations/reviews/" + end, world.clerk())
                        .text())
                .contains("该业委会的注销申请 " + number + " 正在审核");
    }

    @Test
    void theCompanyIsToldThatItsRightEnds() {
        CurrentUser boss = world.withAccount(
                world.personOf(company), "told" + world.district().code().toLowerCase());

        dissolutions.approved(committee, world.clerk());

        assertThat(pages.open("/messages", boss).select("main").text())
                .contains("关联到 " + world.today().minusDays(1) + " 为止：" + areaName);
    }

    @Test
    void theRecordStaysReadableAndTheRegisterSaysSo() {
        ApplicationNumber number = dissolutions.approved(committee, world.clerk());

        Document list = pages.open("/committees?status=DISSOLVED", world.clerk());
        assertThat(list.select("tbody tr").text()).contains(committee.name(), "已注销");
        assertThat(pages.open("/committees?status=IN_OFFICE", world.clerk()).select("tbody tr"))
                .isEmpty();
        Document record = pages.open("/committees/" + committee.id(), world.clerk());
        assertThat(record.text())
                .contains("已注销", "注销情况", "任期届满，换届未成", "业主大会没有选出新一届", number.value())
                .contains("王建国 " + account.username(), "最后一天是 " + world.today().minusDays(1), "变更历史", "注册")
                .doesNotContain("登记信息变更", "登记注销");
        assertThat(record.select("a[href=" + REVIEWS + number + "/print/notice]"))
                .hasSize(1);
        Document municipal = pages.open("/committees/" + committee.id(), world.municipal());
        assertThat(municipal.text()).contains("注销情况", number.value());
        assertThat(municipal.select("a[href*=" + number + "]"))
                .as("reads no applications")
                .isEmpty();
        assertThat(pages.open("/areas/" + committee.area(), world.clerk()).text())
                .doesNotContain(committee.name() + "（");
        assertThat(pages.get("/committees/export?status=DISSOLVED", world.clerk()))
                .hasStatusOk();
    }

    @Test
    void theAreaIsRegisteredAnewAndManagedAnew() {
        dissolutions.approved(committee, world.clerk());

        assertThat(pages.open("/register/committee?q=" + areaName, world.clerk())
                        .select("input[value=" + committee.area() + "]:not([disabled])"))
                .hasSize(1);
        CommitteeView next = world.committee(committee.area(), areaName + "业主委员会");
        assertThat(next.id()).isNotEqualTo(committee.id());
        world.association(next, company, null, world.today(), world.today().plusYears(1));

        assertThat(associations.effectiveFor(committee.area()))
                .get()
                .extracting(AssociationView::committee)
                .isEqualTo(next.id());
        assertThat(pages.open("/committees/" + committee.id(), world.clerk()).text())
                .as("what is tied to the area now is none of the old one's")
                .doesNotContain(world.today().plusYears(1).toString());
        assertThat(pages.open("/committees?q=" + areaName, world.clerk()).select("tbody tr"))
                .hasSize(2);
    }

    @Test
    void itsPeopleAreOutAtOnceAndToldWhy() {
        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/workbench");
        assertThat(pages.get("/my/committee", person)).hasStatusOk();

        dissolutions.approved(committee, world.clerk());

        assertThat(Pages.parse(signIn(PASSWORD)).text()).contains("您所在的业委会已注销，用户名随之停用");
        assertThat(Pages.parse(signIn("不是这个密码")).text()).contains("用户名或密码不正确").doesNotContain("已注销");
        assertThat(pages.get("/my/committee", person)).hasStatus3xxRedirection();
    }

    @Test
    void noUserNameOfItComesBack() {
        dissolutions.approved(committee, world.clerk());
        OperatorView disabled = operators.findByUsername(account.username()).orElseThrow();

        assertThatThrownBy(() -> operators.enable(disabled.seen(), passwords.newCode()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("account.creation.closed.DISSOLVED"));
        assertThatThrownBy(() -> world.account(
                        committee.id().ref(), Role.COMMITTEE_OPERATOR, "李建党", "13900001235", account.username() + "2"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void itsApplicationsAreStillFoundByNumberAndMobile() {
        String registration = jdbc.sql("SELECT registered_by FROM committee WHERE id = :id")
                .param("id", committee.id().value())
                .query(String.class)
                .single();
        ApplicationNumber number = dissolutions.approved(committee, world.clerk());

        Document progress = Pages.parse(mvc.post()
                .uri("/progress")
                .with(csrf())
                .param("number", registration)
                .param("mobile", committee.contactMobile().value())
                .exchange());
        assertThat(progress.select(".progress-line li").last().text()).contains("注销", "已注销");
        assertThat(progress.select(".progress-line").text()).doesNotContain("用户名");
        assertThat(progress.text()).doesNotContain("接下来：", "用户名创建后");
        assertThat(Pages.parse(mvc.post()
                                .uri("/progress")
                                .with(csrf())
                                .param("number", number.value())
                                .param("mobile", committee.contactMobile().value())
                                .exchange())
                        .text())
                .contains("业委会注销", "已通过");
    }

    @Test
    void itsSubmissionAndItsDecisionAreToldInTheSameTransaction() {
        ApplicationNumber number = dissolutions.submitted(committee, person);
        dissolutions.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(jdbc.sql("SELECT DISTINCT kind FROM message WHERE source LIKE :number ORDER BY kind")
                        .param("number", number + "/%")
                        .query(String.class)
                        .list())
                .containsExactly("APPLICATION_APPROVED", "APPLICATION_SUBMITTED");
        assertThat(jdbc.sql("SELECT text FROM message WHERE source LIKE :number AND kind = 'APPLICATION_APPROVED'")
                        .param("number", number + "/%")
                        .query(String.class)
                        .list())
                .allSatisfy(text -> assertThat(text).contains("的业委会注销", "物业区域可以重新注册业委会"));
        assertThat(jdbc.sql("SELECT count(*) FROM message m JOIN operator o ON o.id = m.operator_id"
                                + " WHERE m.kind = 'ACCOUNT_DISABLED' AND o.username = :username")
                        .param("username", account.username())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFiguresCountItByKind() {
        dissolutions.approved(committee, world.clerk());

        Document page = pages.open("/reports", world.clerk());

        assertThat(page.select("tr:contains(业委会注销)").text()).contains("1");
        assertThat(pages.open("/reports?tab=coverage", world.clerk()).text()).contains("覆盖");
    }

    private MvcTestResult signIn(String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", account.username())
                .param("password", password)
                .exchange();
    }
}
