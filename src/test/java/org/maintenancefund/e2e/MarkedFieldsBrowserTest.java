package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.exactly;
import static org.maintenancefund.e2e.Steps.openReview;
import static org.maintenancefund.e2e.Steps.person;
import static org.maintenancefund.e2e.Steps.scan;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.demo.FictionalCreditCode;
import org.maintenancefund.e2e.Steps.Receipt;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 只改这几处: the clerk ticks two lines, the applicant's phone shows these two and no other field, and so does the next review. */
@Lengthy
@DemoCityTest
class MarkedFieldsBrowserTest {

    private static final String COMPANY = "云州晚稻物业服务有限公司";
    private static final String CONTACT = "13900006701";

    @LocalServerPort
    private int port;

    @Test
    void aReturnedRegistrationIsMendedOnAPhoneTouchingOnlyWhatWasMarked() {
        Receipt receipt = register();
        returnWithMarks();
        mend(receipt);
        try (Visitor clerk = signedIn(port, Width.DESKTOP, "demo-colleague")) {
            openReview(clerk, "/enterprises/reviews", COMPANY, null);
            assertThat(clerk.page().locator("#application .changed").allInnerTexts())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("禾苗旺") && line.contains("上次：禾苗壮"))
                    .anyMatch(line -> line.contains("重拍.pdf"));
            see(clerk, "marks-review-again-desktop");
        }
    }

    private Receipt register() {
        try (Visitor applicant = Browser.visitor(port, Width.PHONE)) {
            applicant.open("/register/enterprise/form");
            applicant.fill("企业名称", COMPANY);
            applicant.fill("统一社会信用代码", FictionalCreditCode.of(810_021).value());
            applicant.fill("法定代表人", "禾苗壮");
            applicant.fill("注册地址", "云州市东湖区望湖街道稻香路 18 号");
            applicant.page().getByLabel("所属区", exactly()).selectOption(new SelectOption().setLabel("东湖区"));
            applicant.fill("联系人姓名", "欧阳禾");
            applicant.fill("联系人手机号码", CONTACT);
            person(applicant, 0, "欧阳禾", CONTACT);
            person(applicant, 1, "单小麦", "13900006702");
            applicant.page().getByLabel("营业执照", exactly()).setInputFiles(scan("营业执照.pdf"));
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            return Receipt.of(applicant);
        }
    }

    /** Without scripts a tick brings its reason too; with them it chooses 退回修改. */
    private void returnWithMarks() {
        try (Visitor clerk = signedIn(port, Width.DESKTOP, "demo-district")) {
            openReview(clerk, "/enterprises/reviews", COMPANY, null);
            Page page = clerk.page();
            assertThat(page.locator(".mark-reason:visible").count()).isZero();
            page.getByLabel("需要修改：法定代表人").check();
            page.getByLabel("哪里不对：法定代表人").fill("与营业执照不一致");
            page.getByLabel("需要修改：营业执照").check();
            page.getByLabel("哪里不对：营业执照").fill("照片反光");
            assertThat(page.locator("input[name=result][value=RETURN]").isChecked())
                    .isTrue();
            assertThat(page.locator(".mark-reason:visible").count()).isEqualTo(2);
            see(clerk, "marks-review-desktop");
            page.setViewportSize(Width.PHONE.pixels(), Width.PHONE.height());
            see(clerk, "marks-review-phone");
            clerk.press("提交审核结果");
            assertThat(page.locator("main").innerText()).contains("需要修改的内容：法定代表人（与营业执照不一致）；营业执照（照片反光）");
        }
    }

    private void mend(Receipt receipt) {
        try (Visitor applicant = Browser.visitor(port, Width.PHONE)) {
            Page page = applicant.page();
            applicant.open("/progress");
            applicant.fill("受理编号", receipt.number());
            applicant.fill("联系人手机号码", CONTACT);
            applicant.press("查询进度");
            assertThat(page.locator("main").innerText()).contains("前修改", "需要修改：法定代表人（与营业执照不一致）");
            see(applicant, "marks-progress-phone");
            applicant.fill("回执码", receipt.code());
            applicant.press("修改并重新提交");
            assertThat(page.locator(
                                    ".field input:visible, .field select:visible, .field textarea:visible, .choice input:visible")
                            .evaluateAll("all => all.map(input => input.id)"))
                    .as("the marked fields and no other")
                    .isEqualTo(List.of("legalRepresentative", "licence"));
            assertThat(page.locator(".returned").innerText()).contains("法定代表人：与营业执照不一致", "营业执照：照片反光");
            see(applicant, "marks-form-phone");
            page.setViewportSize(Width.DESKTOP.pixels(), Width.DESKTOP.height());
            see(applicant, "marks-form-desktop");
            page.setViewportSize(Width.PHONE.pixels(), Width.PHONE.height());
            page.locator(".returned-marks a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("legalRepresentative");
            applicant.fill("法定代表人", "禾苗旺");
            page.locator("button[name=removeFile]").click();
            page.getByLabel("营业执照", exactly()).setInputFiles(scan("重拍.pdf"));
            applicant.press("下一步：核对信息");
            PlaywrightAssertions.assertThat(page.locator(".row-action")).hasText(new String[] {"修改：法定代表人", "修改：营业执照"});
            see(applicant, "marks-check-phone");
            applicant.press("提交");
            assertThat(page.locator(".receipt").innerText()).contains("已重新提交（第 2 次），受理编号和回执码不变", receipt.number());
            see(applicant, "marks-receipt-phone");
        }
    }
}
