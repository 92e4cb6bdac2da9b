package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.demo.DemoStep;

/** What people do in more than one story. Each page met is looked at by axe-core and must fit the window. */
final class Steps {

    static final String OWN_PASSWORD = "晚风吹过湖面 2026";

    private Steps() {}

    /** What an applicant takes home. */
    record Receipt(String number, String code) {

        static Receipt of(Visitor applicant) {
            assertThat(applicant.heading()).isEqualTo("提交成功");
            return new Receipt(
                    applicant.page().locator(".receipt strong").innerText(),
                    applicant.page().locator(".one-time-code").innerText());
        }
    }

    /** What a person with a new account is handed. */
    record Slip(String username, String code) {

        static List<Slip> all(Visitor clerk) {
            List<Slip> slips = new ArrayList<>();
            clerk.page().locator(".sheet").first().waitFor();
            for (Locator sheet : clerk.page().locator(".sheet").all()) {
                slips.add(new Slip(
                        sheet.locator(".username").innerText(),
                        sheet.locator(".one-time-code").innerText()));
            }
            return slips;
        }
    }

    /** Somebody of the demo city, signed in. */
    static Visitor signedIn(int port, Width width, String username) {
        return signedIn(port, width, username, DemoStep.PASSWORD);
    }

    static Visitor signedIn(int port, Width width, String username, String password) {
        Visitor visitor = Browser.visitor(port, width);
        visitor.signIn(username, password);
        assertThat(visitor.heading()).isEqualTo("工作台");
        return visitor;
    }

    /** The first sign-in with the initial password; leaves the person with a password of their own. */
    static void activate(int port, Width width, Slip slip) {
        try (Visitor person = Browser.visitor(port, width)) {
            person.signIn(slip.username(), "1");
            assertThat(person.heading()).isEqualTo("密码修改");
            see(person, "main-password-" + width);
            newPassword(person, "00000000");
            assertThat(person.page().locator(".error-summary").innerText()).contains("激活码不正确");
            newPassword(person, slip.code());
            assertThat(person.heading()).isEqualTo("工作台");
            assertThat(person.page().locator(".notice").innerText()).contains("新密码已保存");
        }
    }

    private static void newPassword(Visitor person, String code) {
        person.fill("激活码", code);
        person.fill("新密码", OWN_PASSWORD);
        person.fill("再输入一次新密码", OWN_PASSWORD);
        person.press("保存新密码");
    }

    /** Finds the application in its queue and opens it. */
    static void openReview(Visitor clerk, String queue, String title, String picture) {
        clerk.open(queue + "?q=" + title);
        if (picture != null) {
            see(clerk, picture);
        }
        clerk.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(title).setExact(true))
                .first()
                .click();
        assertThat(clerk.heading()).isEqualTo(title);
    }

    /** One row of 拟定经办人员. */
    static void person(Visitor visitor, int row, String name, String mobile) {
        visitor.page().locator("[name='operators[" + row + "].name']").fill(name);
        visitor.page().locator("[name='operators[" + row + "].mobile']").fill(mobile);
    }

    static void see(Visitor visitor, String picture) {
        visitor.screenshot(picture);
        visitor.assertAccessible();
        visitor.assertAccessibleEnlarged();
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** Chooses a scan and waits until it is uploaded, which it is by itself. */
    static void upload(Visitor visitor, String field, String name) {
        visitor.page().locator("input[type=file]#" + field).setInputFiles(scan(name));
        PlaywrightAssertions.assertThat(visitor.page()
                        .locator(
                                ".field",
                                new Page.LocatorOptions().setHas(visitor.page().locator("#" + field)))
                        .locator(".file-list"))
                .containsText(name);
    }

    static FilePayload scan(String name) {
        return new FilePayload(name, "application/pdf", SampleFiles.pdf());
    }
}
