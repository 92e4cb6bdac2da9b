package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.creation.OperatorCreationService;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever is signed out without having done so is told why, where they are asked to sign in again. */
@IntegrationTest
class SessionEndTest {

    private static final String PASSWORD = "a quiet long evening";

    private static int people;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    OperatorCreationService creation;

    @Autowired
    TravellingClock clock;

    private IssuedAccount account;

    @BeforeEach
    void somebodyWithAPassword() {
        account = world.account(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "秦素文", "13900000102", "ended" + ++people);
        assertThat(operators.activate(account.username(), account.activationCode(), PASSWORD))
                .isTrue();
    }

    private Cookie signedIn() {
        MvcTestResult result = mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", account.username())
                .param("password", PASSWORD)
                .exchange();
        assertThat(result).hasRedirectedUrl("/workbench");
        return result.getResponse().getCookie("SESSION");
    }

    private MvcTestResult open(Cookie session) {
        return mvc.get().uri("/workbench").cookie(session).exchange();
    }

    /** Where the next click leads, and what stands there. */
    private Document signInPage(Cookie session) {
        MvcTestResult refused = open(session);
        assertThat(refused).hasStatus3xxRedirection().redirectedUrl().endsWith("/login");
        MvcTestResult page = mvc.get()
                .uri("/login")
                .cookie(refused.getResponse().getCookie("SIGNED_OUT"))
                .exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getCookie("SIGNED_OUT").getMaxAge())
                .as("said once")
                .isZero();
        return Pages.parse(page);
    }

    @Test
    void bySomebodyWhoSignedInElsewhereWithTheTime() {
        Cookie first = signedIn();
        Instant later = clock.instant().plus(Duration.ofMinutes(3));
        clock.at(later, () -> signedIn());

        assertThat(clock.at(later, () -> signInPage(first)).select(".notice").text())
                .contains("您的账号于 " + Times.clock(later) + " 在另一台设备登录", "请马上登录并修改密码");
    }

    @Test
    void byAResetWithWhereToGo() {
        Cookie session = signedIn();
        creation.renew(UUID.randomUUID(), List.of(operators.get(account.id()).seen()), true);

        assertThat(signInPage(session).select(".notice").text()).contains("密码已于", "重置", "请用新的账号告知单登录");
    }

    @Test
    void byBeingDisabled() {
        Cookie session = signedIn();
        operators.disable(operators.get(account.id()).seen());

        assertThat(signInPage(session).select(".notice").text()).contains("您的账号已停用");
    }

    @Test
    void byALongDay() {
        Cookie session = signedIn();
        Instant late = clock.instant().plus(Duration.ofHours(13));

        assertThat(clock.at(late, () -> signInPage(session)).select(".notice").text())
                .contains("登录时间已满");
    }

    @Test
    void aFormThatComesTooLateSaysItToo() {
        Cookie first = signedIn();
        signedIn();

        MvcTestResult sent = mvc.post()
                .uri("/account/password")
                .with(csrf())
                .cookie(first)
                .header("Sec-Fetch-Site", "same-origin")
                .param("current", PASSWORD)
                .exchange();

        assertThat(sent).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(Pages.parse(sent).select(".notice").text())
                .contains("在另一台设备登录", "您填写的内容都还在")
                .doesNotContain("已经过期");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ELSEWHERE", "NOBODY.1764000000", "ELSEWHERE.99999999999999", "<b>.1", ""})
    void whatIsNotOursIsNotSaid(String cookie) {
        MvcTestResult page =
                mvc.get().uri("/login").cookie(new Cookie("SIGNED_OUT", cookie)).exchange();

        assertThat(page).hasStatusOk();
        assertThat(Pages.parse(page).select(".notice")).isEmpty();
    }

    @Test
    void whoIsCalledOtherwiseNowIsCalledSoFromTheNextPageOn() {
        Cookie session = signedIn();
        operators.correct(operators.get(account.id()).seen(), new PersonName("秦素雯"), new MobileNumber("13900000102"));

        assertThat(Pages.parse(open(session)).select(".user-menu summary").text())
                .isEqualTo("秦素雯");
    }
}
