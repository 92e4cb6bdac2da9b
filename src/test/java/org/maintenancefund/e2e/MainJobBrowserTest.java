package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Steps.activate;
import static org.maintenancefund.e2e.Steps.exactly;
import static org.maintenancefund.e2e.Steps.openReview;
import static org.maintenancefund.e2e.Steps.person;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.e2e.Steps.Receipt;
import org.maintenancefund.e2e.Steps.Slip;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The system's main job, by the people who do it: a committee registers, is returned with reasons and mends it, is approved,
 * gets its people, they leave their initial passwords, the community is tied to a company's office, and the company sees it.
 * Each page met is looked at by axe-core and must fit the window.
 */
@DemoCityTest
class MainJobBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofADesktopWalk")
    void fromTheRegistrationToTheCompanysList(Width width) {
        String area = width == Width.values()[0] ? "和谐花园" : "谐和花园";
        String committee = area + "业主委员会";
        Receipt receipt = register(width, area, committee);
        returnWithReasons(width, committee);
        mend(width, receipt, committee);
        List<Slip> slips = approveAndCreateUsers(width, committee);
        assertThat(slips).hasSize(2);
        slips.forEach(slip -> activate(port, width, slip));
        String office = area + "管理处";
        openOffice(width, office);
        String number = applyForAssociation(width, slips.get(0), office);
        assertThat(companySees(width, area)).as("before the approval").isFalse();
        approveAssociation(width, number);
        assertThat(companySees(width, area)).as("after the approval").isTrue();
    }

    private Receipt register(Width width, String area, String committee) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/");
            applicant.assertAccessible();
            applicant
                    .page()
                    .locator("a.tile", new Page.LocatorOptions().setHasText("业委会注册"))
                    .click();
            applicant.assertAccessible();
            applicant.page().getByLabel("小区名称或地址").fill(area);
            applicant.press("查找");
            see(applicant, "main-area-" + width);
            applicant
                    .page()
                    .locator("label.choice-card", new Page.LocatorOptions().setHasText("东湖区"))
                    .first()
                    .click();
            applicant.press("下一步：填写信息");
            assertThat(applicant.page().url()).contains("/register/committee/form?draft=");

            applicant.press("下一步：核对信息");
            assertThat(applicant.page().title()).startsWith("错误：");
            see(applicant, "main-form-errors-" + width);

            applicant.page().getByLabel("正式业委会").check();
            applicant.fill("业委会名称", committee);
            applicant.fill("届次", "2");
            applicant.fill("本届起始日期", "2025-06-01");
            applicant.fill("本届届满日期", "2030-05-31");
            applicant.fill("办公地址", "小区会所 2 楼");
            applicant.fill("联系人姓名", "王建国");
            applicant.fill("联系人手机号码", "1390000123");
            person(applicant, 0, "王建国", "139-0000-1234");
            person(applicant, 1, "李建党", "１３９００００４３２１");
            upload(applicant, "certificate", "备案证明.pdf");
            applicant.press("下一步：核对信息");
            // A form with a scan leaves the page a moment after the click, so the old summary may still stand there.
            PlaywrightAssertions.assertThat(applicant.page().locator(".error-summary"))
                    .containsText("手机号码应为 11 位数字，现在只有 10 位");
            assertThat(applicant.page().locator(".file-list").innerText()).contains("备案证明.pdf");

            applicant.fill("联系人手机号码", "13900001234");
            applicant.press("下一步：核对信息");
            assertThat(applicant.page().url()).contains("/register/committee/check?draft=");
            see(applicant, "main-check-" + width);
            applicant.press("提交");
            see(applicant, "main-receipt-" + width);
            Receipt receipt = Receipt.of(applicant);
            PrintedPaper.of(applicant, "receipt").has(1, "业务受理回执", receipt.number(), receipt.code(), "打印时间");
            return receipt;
        }
    }

    private void returnWithReasons(Width width, String committee) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            see(clerk, "main-workbench-" + width);
            openReview(clerk, "/committees/reviews", committee, "main-queue-" + width);
            see(clerk, "main-review-" + width);
            clerk.page().getByLabel("退回修改").check();
            clerk.page().getByLabel("附件缺失或看不清").check();
            clerk.page().getByLabel("给申请人的说明").fill("备案证明上没有公章，请重新拍照。");
            clerk.press("提交审核结果");
            assertThat(clerk.heading()).isEqualTo("电话通知申请人");
            assertThat(clerk.page().locator("main").innerText())
                    .contains("13900001234")
                    .contains("备案证明上没有公章");
            see(clerk, "main-notify-" + width);
            clerk.press("已电话通知");
            assertThat(clerk.page().locator(".notice").innerText()).contains("已记录电话通知");
        }
    }

    private void mend(Width width, Receipt receipt, String committee) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/progress");
            applicant.fill("受理编号", receipt.number().toLowerCase());
            applicant.fill("联系人手机号码", "13900001234");
            applicant.press("查询进度");
            assertThat(applicant.page().locator("main").innerText())
                    .contains("附件缺失或看不清")
                    .contains("备案证明上没有公章");
            see(applicant, "main-progress-" + width);

            applicant.fill("回执码", "0000-0000");
            applicant.press("修改并重新提交");
            assertThat(applicant.page().locator(".error-summary").innerText()).contains("回执码不对");

            applicant.fill("回执码", receipt.code().toLowerCase());
            applicant.press("修改并重新提交");
            assertThat(applicant.page().getByLabel("业委会名称", exactly()).inputValue())
                    .isEqualTo(committee);
            applicant.fill("办公地址", "小区会所 3 楼");
            upload(applicant, "others", "补拍.pdf");
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            assertThat(applicant.page().locator(".receipt strong").innerText()).isEqualTo(receipt.number());
        }
    }

    private List<Slip> approveAndCreateUsers(Width width, String committee) {
        try (Visitor clerk = signedIn(port, width, "demo-colleague")) {
            openReview(clerk, "/committees/reviews", committee, null);
            assertThat(clerk.page().locator(".changed").allInnerTexts()).anyMatch(line -> line.contains("小区会所 3 楼"));
            see(clerk, "main-review-again-" + width);
            clerk.page()
                    .getByLabel("通过", new Page.GetByLabelOptions().setExact(false))
                    .first()
                    .check();
            clerk.press("提交审核结果");
            assertThat(clerk.heading()).isEqualTo("为经办人员创建用户名");
            see(clerk, "main-users-" + width);
            clerk.press("创建 2 个用户名");
            see(clerk, "main-slips-" + width);
            assertThat(PrintedPaper.of(clerk, "slips").pages())
                    .as("a slip a sheet")
                    .hasSize(2);
            clerk.page().getByLabel("每张 A4 纸打印两份").check();
            assertThat(PrintedPaper.of(clerk, "slips-two").pages())
                    .as("two slips on a sheet")
                    .hasSize(1);
            return Slip.all(clerk);
        }
    }

    private void openOffice(Width width, String office) {
        try (Visitor company = signedIn(port, width, "demo-enterprise")) {
            company.open("/my/offices/new");
            see(company, "main-office-" + width);
            company.fill("管理处名称", office);
            company.page().getByLabel("所属区").selectOption(new SelectOption().setLabel("东湖区"));
            company.fill("地址", "和谐路 1 号");
            company.fill("负责人", "马春生");
            company.fill("联系人姓名", "马春生");
            company.fill("联系人手机号码", "13900007788");
            company.press("保存");
            company.open("/my/offices");
            assertThat(company.page().locator("main").innerText()).contains(office);
            see(company, "main-offices-" + width);
        }
    }

    private String applyForAssociation(Width width, Slip slip, String office) {
        try (Visitor committee = Browser.visitor(port, width)) {
            committee.signIn(slip.username(), OWN_PASSWORD);
            committee.open("/associations/new");
            String company = companyName(width);
            committee.fill("物业服务企业", company);
            committee.press("查找");
            committee.page().getByLabel(company).first().check();
            see(committee, "main-company-" + width);
            committee.press("下一步：填写信息");
            committee.page().locator("input[name=target][value=OFFICE]").check();
            Locator offices = committee.page().getByLabel("小区管理处", exactly());
            offices.selectOption(offices.locator("option", new Locator.LocatorOptions().setHasText(office))
                    .getAttribute("value"));
            committee.fill("合同起始日期", "2026-01-01");
            committee.fill("合同终止日期", "2029-12-31");
            committee.page().getByLabel("份数").first().fill("1");
            see(committee, "main-association-" + width);
            committee.press("下一步：核对信息");
            see(committee, "main-association-check-" + width);
            committee.press("提交");
            String text = committee.page().locator("main").innerText();
            return text.replaceAll("(?s).*?(GL\\d{8}-\\d{4}).*", "$1");
        }
    }

    private void approveAssociation(Width width, String number) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            clerk.open("/associations/reviews/" + number);
            see(clerk, "main-association-review-" + width);
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.page().locator("input[name^=paper][value=RECEIVED]").all().forEach(Locator::check);
            clerk.press("提交审核结果");
            assertThat(clerk.page().locator(".notice").first().innerText()).contains("已通过");
        }
    }

    private boolean companySees(Width width, String area) {
        try (Visitor company = signedIn(port, width, "demo-enterprise")) {
            company.open("/my/areas");
            see(company, "main-my-areas-" + width);
            return company.page().locator("main").innerText().contains(area);
        }
    }

    private String companyName(Width width) {
        try (Visitor company = signedIn(port, width, "demo-enterprise")) {
            return company.page().locator(".brand-owner").innerText();
        }
    }
}
