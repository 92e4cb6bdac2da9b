package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.exactly;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Somebody of a company with qualification, with the user name and password of the city's 物业管理信息系统: the directory is
 * asked over the wire at each sign-in.
 */
@DemoCityTest
class QualifiedBrowserTest {

    /** Sends what the password page of others would send, with this page's CSRF token. */
    private static final String FORGED = """
            async (password) => {
              const form = new URLSearchParams(password);
              form.set('_csrf', document.querySelector('input[name=_csrf]').value);
              return (await fetch('/account/password', {method: 'POST', body: form, redirect: 'manual'})).status;
            }""";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void signsInMakesABranchAndChangesNoPasswordHere(Width width) {
        String username = width == Width.DESKTOP ? "demo-qualified" : "lanting01";
        wrongPassword(width, username);
        String office = width == Width.DESKTOP ? "望湖居一号管理处" : "澜庭一号管理处";
        try (Visitor person = signedIn(port, width, username)) {
            see(person, "qualified-workbench-" + width);
            makeOffice(width, person, office);
            person.open("/account/password");
            assertThat(person.page().locator("main").innerText()).contains("请到物业管理信息系统修改或找回密码");
            assertThat(person.page().locator("input[type=password]").count()).isZero();
            see(person, "qualified-password-" + width);
            forgedChange(person);
        }
        signedIn(port, width, username).close();
        lookUp(width);
    }

    /** The directory names no district: the first person says it once. */
    @Test
    void theFirstPersonOfACompanyWithoutADistrictChoosesIt() {
        try (Visitor person = Browser.visitor(port, Width.PHONE)) {
            person.signIn("qinghe.lu", DemoStep.PASSWORD);
            assertThat(person.heading()).isEqualTo("选择所属区");
            see(person, "qualified-district-PHONE");
            person.page().getByLabel("东湖区").first().check();
            person.press("保存");
            assertThat(person.heading()).isEqualTo("工作台");
        }
        signedIn(port, Width.PHONE, "qinghe.lu").close();
    }

    @Test
    void whoIsDisabledOrNotInTheGroupThereStaysOutside() {
        for (String username : new String[] {"mw_meirg", "heming-out"}) {
            try (Visitor person = Browser.visitor(port, Width.DESKTOP)) {
                person.signIn(username, DemoStep.PASSWORD);
                assertThat(person.heading()).isEqualTo("登录");
                see(person, "qualified-refused-" + username);
            }
        }
    }

    private void wrongPassword(Width width, String username) {
        try (Visitor person = Browser.visitor(port, width)) {
            person.signIn(username, "不是这个密码 2026");
            assertThat(person.page().locator(".error-summary").innerText()).contains("用户名或密码");
            see(person, "qualified-wrong-" + width);
        }
    }

    private static void makeOffice(Width width, Visitor person, String office) {
        person.open("/my/offices");
        person.follow("新建小区管理处");
        person.fill("管理处名称", office);
        person.page().getByLabel("所属区", exactly()).selectOption(new SelectOption().setLabel("东湖区"));
        person.fill("地址", "望湖路 1 号");
        person.fill("负责人", "叶明轩");
        person.fill("联系人姓名", "叶明轩");
        person.fill("联系人手机号码", width == Width.DESKTOP ? "13900004003" : "13900004201");
        person.press("保存");
        person.open("/my/offices");
        assertThat(person.page().locator("main").innerText()).contains(office);
        see(person, "qualified-offices-" + width);
    }

    private static void forgedChange(Visitor person) {
        person.open("/my/offices/new");
        Object status = person.page()
                .evaluate(
                        FORGED,
                        Map.of(
                                "currentPassword", DemoStep.PASSWORD,
                                "newPassword", "换成这里的密码 2026",
                                "repeated", "换成这里的密码 2026"));
        assertThat((int) status).isBetween(400, 499);
        person.open("/account/password");
        assertThat(person.page().locator("main").innerText()).contains("本系统不保存您的密码");
    }

    private void lookUp(Width width) {
        try (Visitor person = Browser.visitor(port, width)) {
            person.open("/username-lookup");
            person.page().getByLabel("物管企业").check();
            person.fill("单位全称", width == Width.DESKTOP ? "云州望湖居物业服务有限公司" : "云州澜庭物业服务有限公司");
            person.fill("联系人手机号码", width == Width.DESKTOP ? "13900004003" : "13900004201");
            person.press("查询");
            assertThat(person.page().locator("main").innerText())
                    .contains(width == Width.DESKTOP ? "demo-qualified" : "lanting01", "物业管理信息系统");
            see(person, "qualified-lookup-" + width);
        }
    }
}
