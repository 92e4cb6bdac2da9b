package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Steps.exactly;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Somebody of a company with qualification, with the user name and password of the city's 物业管理信息系统: the directory is
 * asked over the wire at each sign-in.
 */
@Lengthy
@DemoCityTest
class QualifiedBrowserTest {

    /** Sends what the password page of others would send, complete, with this page's CSRF token. */
    private static final String FORGED = """
            async (password) => {
              const form = new URLSearchParams(password);
              form.set('_csrf', document.querySelector('input[name=_csrf]').value);
              const answer = await fetch('/account/password', {method: 'POST', body: form, redirect: 'manual'});
              return answer.status + ' ' + await answer.text();
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

    /** The directory names no district: the first person puts it off, is asked again, and says it once. */
    @Test
    void theFirstPersonOfACompanyWithoutADistrictChoosesIt() {
        try (Visitor person = askedForTheDistrict(Width.DESKTOP)) {
            person.follow("以后再选");
            assertThat(person.heading()).isEqualTo("工作台");
            see(person, "qualified-district-later-DESKTOP");
        }
        try (Visitor person = askedForTheDistrict(Width.PHONE)) {
            person.press("保存");
            assertThat(person.page().locator(".error-summary").innerText()).contains("请选择");
            see(person, "qualified-district-error-PHONE");
            person.page().getByLabel("东湖区").first().check();
            person.press("保存");
            assertThat(person.heading()).isEqualTo("工作台");
            assertThat(person.page().locator(".notice").innerText()).contains("东湖区");
            see(person, "qualified-district-chosen-PHONE");
        }
        signedIn(port, Width.PHONE, "qinghe.lu").close();
    }

    private Visitor askedForTheDistrict(Width width) {
        Visitor person = Browser.visitor(port, width);
        person.signIn("qinghe.lu", DemoStep.PASSWORD);
        assertThat(person.heading()).isEqualTo("选择所属区");
        see(person, "qualified-district-" + width);
        return person;
    }

    @ParameterizedTest
    @CsvSource({"mw_meirg,在物业管理信息系统里已停用", "heming-out,没有开通本系统"})
    void whoIsDisabledOrNotInTheGroupThereStaysOutsideAndIsToldWhy(String username, String why) {
        try (Visitor person = Browser.visitor(port, Width.DESKTOP)) {
            person.signIn(username, DemoStep.PASSWORD);
            assertThat(person.heading()).isEqualTo("登录");
            assertThat(person.page().locator(".error-summary").innerText()).contains(why, "联系贵公司在那里的管理员");
            see(person, "qualified-refused-" + username);
        }
    }

    private void wrongPassword(Width width, String username) {
        try (Visitor person = Browser.visitor(port, width)) {
            person.signIn(username, "不是这个密码 2026");
            assertThat(person.page().locator(".error-summary").innerText()).contains("用户名或密码不正确");
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
        Object answer = person.page()
                .evaluate(
                        FORGED,
                        Map.of(
                                "current", DemoStep.PASSWORD,
                                "password", OWN_PASSWORD,
                                "repeated", OWN_PASSWORD));
        assertThat((String) answer).startsWith("409 ").contains("请在物业管理信息系统修改或找回，本系统不能修改");
        person.open("/account/password");
        assertThat(person.page().locator("main").innerText()).contains("本系统不保存您的密码");
    }

    /** Before anybody of a company came in nothing is known of its people; afterwards their names are, as of others. */
    private void lookUp(Width width) {
        boolean desktop = width == Width.DESKTOP;
        try (Visitor person = Browser.visitor(port, width)) {
            lookUp(person, "云州鹤鸣物业管理有限公司", "13900004204");
            assertThat(person.page().locator("main").innerText()).contains("没有查到", "请到物业管理信息系统查询");
            see(person, "qualified-lookup-nobody-" + width);
            lookUp(person, desktop ? "云州望湖居物业服务有限公司" : "云州澜庭物业服务有限公司", desktop ? "13900004003" : "13900004201");
            assertThat(person.page().locator("main").innerText())
                    .contains(desktop ? "demo-qualified" : "lanting01", "请到物业管理信息系统找回")
                    .doesNotContain("初始密码");
            see(person, "qualified-lookup-" + width);
        }
    }

    private static void lookUp(Visitor person, String company, String mobile) {
        person.open("/username-lookup");
        person.page().getByLabel("物管企业").check();
        person.fill("单位全称", company);
        person.fill("联系人手机号码", mobile);
        person.press("查询");
    }
}
