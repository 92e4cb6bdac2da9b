package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * 注销 to the end, at both widths: applied for by the committee, returned once, approved, the area registered anew; and entered by
 * the district and approved by a colleague. All of its papers come out of the printer on a sheet each.
 */
@Lengthy
@DemoCityTest
class DissolutionBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Districts districts;

    @Autowired
    Operators operators;

    private CommitteeView committee(String area) {
        var street = districts.byCode("DH").orElseThrow().streets().get(0).id();
        return world.committee(world.area(AnArea.named(area).in(street)), area + "业主委员会");
    }

    @ParameterizedTest
    @EnumSource
    void aCommitteeAppliesIsReturnedAndEndsAndItsAreaIsRegisteredAnew(Width width) {
        String area = width == Width.PHONE ? "落霞雅居" : "归雁雅居";
        CommitteeView committee = committee(area);
        IssuedAccount account = world.account(
                committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "13900001234", "walker" + width.pixels());
        operators.activate(account.username(), account.activationCode(), Steps.OWN_PASSWORD);

        try (Visitor person = Steps.signedIn(port, width, account.username(), Steps.OWN_PASSWORD);
                Visitor clerk = Steps.signedIn(port, width, "demo-district")) {
            person.open("/my/committee");
            person.follow("申请注销");
            Steps.see(person, "dissolution-form-" + width);
            person.press("下一步：核对信息");
            assertThat(person.page().locator(".error-summary").innerText()).contains("请选择注销原因");
            Steps.see(person, "dissolution-errors-" + width);
            person.page().getByLabel("任期届满，换届未成").check();
            person.fill("情况说明", "业主大会两次没有选出新一届");
            person.press("下一步：核对信息");
            assertThat(person.page().locator("main").innerText()).contains(account.username(), "不能恢复");
            Steps.see(person, "dissolution-check-" + width);
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
            Steps.see(person, "dissolution-mine-" + width);

            String queue = "/committees/dissolutions/reviews";
            Steps.openReview(clerk, queue, committee.name(), "dissolution-queue-" + width);
            String address = clerk.page().url();
            Steps.see(clerk, "dissolution-review-" + width);
            String number = address.substring(address.lastIndexOf('/') + 1);
            String review = queue + "/" + number;
            clerk.open(review + "/print");
            PrintedPaper.of(clerk, "form-dissolution-" + width).has(1, number, "业委会注销申请表", "签字盖章", "打印时间");
            clerk.open(review + "/print/review");
            PrintedPaper.of(clerk, "review-dissolution-" + width).has(1, number, "业委会注销审核表", "审核意见", "打印时间");
            clerk.open(review);
            clerk.follow("打印受理通知书");
            assertThat(clerk.heading()).isEqualTo("业委会注销受理通知书");
            Steps.see(clerk, "paper-acceptance-" + width);
            PrintedPaper.of(clerk, "acceptance-" + width).has(1, number, "受理日期", "应办结日期", "签收人", "打印时间");
            clerk.open(review);
            clerk.page().locator("input[name=result][value=RETURN]").check();
            clerk.page().getByLabel("缺少业主大会决议").check();
            clerk.fill("给申请人的说明", "请补业主大会决议的照片");
            clerk.press("提交审核结果");
            Steps.see(clerk, "dissolution-call-" + width);
            clerk.follow("打印退回通知书");
            Steps.see(clerk, "paper-return-" + width);
            PrintedPaper.of(clerk, "return-" + width).has(1, number, "缺少业主大会决议", "请补业主大会决议的照片", "修改期限");

            person.open("/my/committee/dissolutions/" + number);
            person.press("修改并重新提交");
            Steps.upload(person, "files", "业主大会决议.pdf");
            Steps.see(person, "dissolution-mend-" + width);
            person.press("下一步：核对信息");
            person.press("提交");

            clerk.open(review);
            Steps.see(clerk, "dissolution-again-" + width);
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.press("提交审核结果");
            assertThat(clerk.page().locator(".notice").first().innerText()).contains("已通过");
            clerk.follow("打印业委会注销通知书");
            Steps.see(clerk, "paper-dissolved-" + width);
            PrintedPaper.of(clerk, "dissolved-" + width)
                    .has(1, number, "准予注销", committee.name(), account.username(), "签收人", "打印时间");
            clerk.open("/committees/" + committee.id());
            assertThat(clerk.page().locator("main").innerText()).contains("已注销", "注销情况", number);
            Steps.see(clerk, "dissolution-record-" + width);

            person.open("/my/committee");
            assertThat(person.heading()).isEqualTo("登录");
            assertThat(person.page().locator("main").innerText()).contains("您所在的业委会已注销");
            Steps.see(person, "dissolution-out-" + width);
        }
        register(width, area);
    }

    /** The same area, by somebody who has not been here before. */
    private void register(Width width, String area) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/register/committee?q=" + area);
            applicant.page().locator("label.choice-card").first().click();
            applicant.press("下一步：填写信息");
            applicant.page().getByLabel("临时（业委会筹备组）").check();
            applicant.fill("业委会名称", area + "业主委员会筹备组");
            applicant.fill("办公地址", "小区会所 2 楼");
            applicant.fill("联系人姓名", "李建党");
            applicant.fill("联系人手机号码", "13900008802");
            Steps.person(applicant, 0, "李建党", "13900008802");
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            Steps.Receipt receipt = Steps.Receipt.of(applicant);
            PrintedPaper.of(applicant, "receipt-again-" + width).has(1, receipt.number(), "业务受理回执");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDistrictEntersItAndAColleagueApproves(Width width) {
        CommitteeView committee = committee(width == Width.PHONE ? "停云新村" : "听松新村");

        try (Visitor clerk = Steps.signedIn(port, width, "demo-district");
                Visitor colleague = Steps.signedIn(port, width, "demo-colleague")) {
            clerk.open("/committees/" + committee.id());
            Steps.see(clerk, "dissolution-register-" + width);
            clerk.follow("登记注销");
            Steps.see(clerk, "dissolution-entry-" + width);
            clerk.page().getByLabel("小区合并、分立或拆迁").check();
            clerk.fill("情况说明", "小区已经拆迁，街道证明见附件");
            Steps.upload(clerk, "files", "街道证明.pdf");
            clerk.press("下一步：核对信息");
            clerk.press("提交");
            assertThat(clerk.page().locator(".notice").first().innerText()).contains("提交成功", "请同事审核");

            Steps.openReview(colleague, "/committees/dissolutions/reviews", committee.name(), null);
            colleague.page().locator("input[name=result][value=APPROVE]").check();
            colleague.press("提交审核结果");
            colleague.open("/committees?status=DISSOLVED&q=" + committee.name());
            Steps.see(colleague, "dissolution-list-" + width);
            assertThat(colleague
                            .page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(committee.name()))
                            .first()
                            .isVisible())
                    .isTrue();
            assertThat(colleague.page().locator("tbody").innerText()).contains("已注销");
        }
    }
}
