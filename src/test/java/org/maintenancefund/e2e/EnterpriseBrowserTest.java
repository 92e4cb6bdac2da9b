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
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.demo.FictionalCreditCode;
import org.maintenancefund.e2e.Steps.Receipt;
import org.maintenancefund.e2e.Steps.Slip;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A company without qualification, by the people who do it: it registers, is returned with reasons and mends it, is approved,
 * gets its people, makes a branch, and the district lets the branch's person in.
 */
@DemoCityTest
class EnterpriseBrowserTest {

    private static final String CONTACT = "13900006601";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofAPhoneWalk")
    void fromTheFirstQuestionToTheBranchsSignIn(Width width) {
        String company = width == Width.DESKTOP ? "云州青禾物业服务有限公司" : "云州金穗物业服务有限公司";
        String code = FictionalCreditCode.of(810_001 + width.ordinal()).value();
        Receipt receipt = register(width, company, code);
        returnWithReasons(width, company);
        mend(width, receipt, company);
        List<Slip> slips = approveAndCreateUsers(width, company);
        assertThat(slips).hasSize(2);
        slips.forEach(slip -> activate(port, width, slip));
        String office = company.substring(2, 4) + "苑管理处";
        makeOffice(width, slips.get(0), office);
        Slip branch = createOfficeUser(width, office);
        activate(port, width, branch);
        try (Visitor manager = signedIn(port, width, branch.username(), OWN_PASSWORD)) {
            assertThat(manager.page().locator(".brand-owner").innerText()).contains(office);
            see(manager, "enterprise-branch-" + width);
        }
    }

    private Receipt register(Width width, String company, String code) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            answerTheQuestion(width, applicant);
            applicant.press("下一步：核对信息");
            assertThat(applicant.page().title()).startsWith("错误：物管企业注册");
            see(applicant, "enterprise-form-errors-" + width);

            fillIn(applicant, company);
            applicant.fill("统一社会信用代码", code.substring(0, 8) + "I" + code.substring(9));
            upload(applicant, "licence", "营业执照.pdf");
            applicant.press("下一步：核对信息");
            assertThat(applicant.page().locator(".error-summary").innerText()).contains("第 9 位不应是字母 I");

            applicant.fill("统一社会信用代码", code.substring(0, 17) + (code.endsWith("8") ? "9" : "8"));
            applicant.press("下一步：核对信息");
            assertThat(applicant.page().locator(".error-summary").innerText()).contains("请对照营业执照逐位核对");
            assertThat(applicant.page().getByLabel("已对照营业执照，代码无误").isVisible()).isTrue();
            see(applicant, "enterprise-form-doubt-" + width);

            applicant.fill("统一社会信用代码", code.toLowerCase());
            applicant.press("下一步：核对信息");
            assertThat(applicant.page().url()).contains("/register/enterprise/check?draft=");
            assertThat(applicant.page().locator(".summary-list").innerText()).contains(code, "营业执照.pdf");
            see(applicant, "enterprise-check-" + width);
            applicant.press("提交");
            see(applicant, "enterprise-receipt-" + width);
            return Receipt.of(applicant);
        }
    }

    private static void answerTheQuestion(Width width, Visitor applicant) {
        applicant.open("/");
        applicant
                .page()
                .locator("a.tile", new Page.LocatorOptions().setHasText("物管企业注册"))
                .click();
        see(applicant, "enterprise-question-" + width);
        applicant.press("下一步");
        assertThat(applicant.page().locator(".error-summary").innerText()).contains("请选择企业是否有物业管理资质");
        see(applicant, "enterprise-question-error-" + width);
        applicant.page().locator("input[name=qualified][value=yes]").check();
        applicant.press("下一步");
        assertThat(applicant.page().locator("main").innerText()).contains("有资质的企业不用注册");
        see(applicant, "enterprise-shared-account-" + width);
        applicant.follow("选错了，返回");
        applicant.page().locator("input[name=qualified][value=no]").check();
        applicant.press("下一步");
        see(applicant, "enterprise-form-" + width);
    }

    private static void fillIn(Visitor applicant, String company) {
        applicant.fill("企业名称", company);
        applicant.fill("法定代表人", "禾苗壮");
        applicant.fill("注册地址", "云州市东湖区望湖街道稻香路 8 号");
        applicant.page().getByLabel("所属区", exactly()).selectOption(new SelectOption().setLabel("东湖区"));
        applicant.fill("联系人姓名", "欧阳禾");
        applicant.fill("联系人手机号码", CONTACT);
        person(applicant, 0, "欧阳禾", CONTACT);
        person(applicant, 1, "单小麦", "139 0000 6602");
    }

    private void returnWithReasons(Width width, String company) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            openReview(clerk, "/enterprises/reviews", company, "enterprise-queue-" + width);
            see(clerk, "enterprise-review-" + width);
            clerk.page().locator("input[name=result][value=RETURN]").check();
            clerk.page().getByLabel("营业执照缺失或看不清").check();
            clerk.page().getByLabel("给申请人的说明").fill("照片反光，请重新拍照。");
            clerk.press("提交审核结果");
            assertThat(clerk.heading()).isEqualTo("电话通知申请人");
            see(clerk, "enterprise-notify-" + width);
            clerk.press("已电话通知");
        }
    }

    private void mend(Width width, Receipt receipt, String company) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/progress");
            applicant.fill("受理编号", receipt.number());
            applicant.fill("联系人手机号码", CONTACT);
            applicant.press("查询进度");
            assertThat(applicant.page().locator("main").innerText()).contains("营业执照缺失或看不清", "照片反光");
            see(applicant, "enterprise-progress-" + width);
            applicant.fill("回执码", receipt.code());
            applicant.press("修改并重新提交");
            assertThat(applicant.page().getByLabel("企业名称", exactly()).inputValue())
                    .isEqualTo(company);
            see(applicant, "enterprise-mend-" + width);
            Locator remove = applicant.page().locator("button[name=removeFile]");
            remove.click();
            // The page comes anew: what is chosen before would be of the one that goes.
            PlaywrightAssertions.assertThat(remove).hasCount(0);
            upload(applicant, "licence", "重拍.pdf");
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            assertThat(applicant.page().locator(".receipt strong").innerText()).isEqualTo(receipt.number());
        }
    }

    private List<Slip> approveAndCreateUsers(Width width, String company) {
        try (Visitor clerk = signedIn(port, width, "demo-colleague")) {
            openReview(clerk, "/enterprises/reviews", company, null);
            assertThat(clerk.page().locator(".changed").allInnerTexts()).anyMatch(line -> line.contains("重拍.pdf"));
            see(clerk, "enterprise-review-again-" + width);
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.press("提交审核结果");
            assertThat(clerk.heading()).isEqualTo("为经办人员创建用户名");
            assertThat(clerk.page().locator("main").innerText()).contains(company);
            see(clerk, "enterprise-users-" + width);
            clerk.press("创建 2 个用户名");
            see(clerk, "enterprise-slips-" + width);
            return Slip.all(clerk);
        }
    }

    private void makeOffice(Width width, Slip slip, String office) {
        try (Visitor company = signedIn(port, width, slip.username(), OWN_PASSWORD)) {
            see(company, "enterprise-workbench-" + width);
            company.open("/my/offices");
            company.follow("新建小区管理处");
            company.fill("管理处名称", office);
            company.page().getByLabel("所属区", exactly()).selectOption(new SelectOption().setLabel("东湖区"));
            company.fill("地址", "稻香路 9 号");
            company.fill("负责人", "麦田");
            company.fill("联系人姓名", "麦田");
            company.fill("联系人手机号码", width == Width.DESKTOP ? "13900006603" : "13900006604");
            company.press("保存");
            assertThat(company.page().locator("main").innerText()).contains(office);
        }
    }

    private Slip createOfficeUser(Width width, String office) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            clerk.open("/operators/new");
            clerk.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(office))
                    .getByRole(AriaRole.LINK)
                    .last()
                    .click();
            see(clerk, "enterprise-branch-users-" + width);
            clerk.press("创建 1 个用户名");
            return Slip.all(clerk).get(0);
        }
    }
}
