package org.maintenancefund.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A registration filled in where scripts run: what fills itself in, uploads, the busy button, the receipt that stays. */
@Lengthy
@DemoCityTest
class FormsBrowserTest {

    private static final int TOO_BIG = 11 * 1024 * 1024;

    @Autowired
    World world;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofAPhoneWalk")
    void aFormHelpsAndTellsHowFarItIs(Width width) {
        String area = "望月轩" + width.ordinal();
        world.area(area);
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/register/committee");
            see(applicant, "forms-before-" + width);
            applicant.open("/register/committee?q=" + area);
            applicant.page().locator("label.choice-card").first().click();
            applicant.press("下一步：填写信息");
            fillIn(applicant, area);
            choosesFiles(applicant, width);
            submits(applicant, width);
            keepsTheCode(applicant, width);
        }
    }

    private static void fillIn(Visitor applicant, String area) {
        Page page = applicant.page();
        page.getByLabel("正式业委会").check();
        assertThat(page.locator("#name")).hasValue(area + "业主委员会");
        page.getByLabel("临时（业委会筹备组）").check();
        assertThat(page.locator("#name")).hasValue(area + "业主委员会筹备组");
        assertThat(page.locator("#termNumber")).isHidden();
        applicant.fill("办公地址", "会所 1 楼");
        page.getByLabel("同联系人").check();
        applicant.fill("联系人姓名", "司马相如");
        applicant.fill("联系人手机号码", "13900009191");
        assertThat(page.locator("[name='operators[0].name']")).hasValue("司马相如");
        assertThat(page.locator("[name='operators[0].mobile']")).hasValue("13900009191");
    }

    private static void choosesFiles(Visitor applicant, Width width) {
        Page page = applicant.page();
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> sent.add(request.method()));
        page.locator("#certificate").setInputFiles(new FilePayload("大.pdf", "application/pdf", new byte[TOO_BIG]));
        assertThat(page.locator("#certificate-error")).containsText("“大.pdf”有 11.0 MB，不能超过 10 MB");
        page.locator("#certificate").setInputFiles(new FilePayload("说明.docx", "application/msword", new byte[9]));
        assertThat(page.locator("#certificate-error")).containsText("请选择 PDF、JPG、JPEG、PNG 文件");
        see(applicant, "forms-file-refused-" + width);
        assertThat(sent).as("nothing is sent in vain").doesNotContain("POST");

        upload(applicant, "certificate", "街道批复.pdf");
        assertThat(page.locator(".upload-note")).hasText("已上传 1 个文件。");
        assertThat(page.locator("#certificate-error")).hasCount(0);
        assertThat(page.locator("#name")).not().hasValue("");
        page.locator("#others").setInputFiles(new FilePayload("假.pdf", "application/pdf", "<html>".getBytes()));
        assertThat(page.locator("#others-error")).isVisible();
        upload(applicant, "others", "名单.pdf");
        see(applicant, "forms-uploaded-" + width);
        assertThat(page.locator("[data-upload]")).isHidden();
        page.locator("#others").setInputFiles(new FilePayload("照片.pdf", "application/pdf", SampleFiles.pdf()));
        applicant.press("下一步：核对信息");
        page.waitForURL("**/register/committee/check**");
        assertThat(page.locator(".summary-list")).containsText("照片.pdf");
    }

    private static void submits(Visitor applicant, Width width) {
        Page page = applicant.page();
        assertThat(page.locator(".precheck")).containsText("拟定经办人员只有 1 人");
        see(applicant, "forms-precheck-" + width);
        // Asked in one go, for afterwards the page is on its way to the next one.
        Object busy = page.evaluate("() => { const button = document.querySelector('main .button-row .btn-primary');"
                + " button.click(); const said = button.textContent + button.getAttribute('aria-busy'); button.click();"
                + " return said + document.querySelector('.busy-note').textContent; }");
        assertThat(busy).isEqualTo("正在提交…true正在提交，请稍候，不用再点。");
        page.waitForURL("**/receipts/**");
    }

    private static void keepsTheCode(Visitor applicant, Width width) {
        Page page = applicant.page();
        String code = page.locator(".panel .one-time-code").innerText();
        page.reload();
        assertThat(page.locator(".panel .one-time-code")).hasText(code);
        page.getByText("保存为图片").click();
        assertThat(page.locator(".receipt-picture")).isVisible();
        see(applicant, "forms-receipt-" + width);
        String number = page.locator(".receipt strong").innerText();
        applicant.press("我已记下");
        assertThat(page.locator(".notice-success")).containsText("回执码不再显示");
        assertThat(page.locator(".panel .one-time-code")).hasCount(0);
        applicant.follow("查询办理进度");
        assertThat(page.locator("#number")).hasValue(number);
    }
}
