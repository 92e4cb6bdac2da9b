package org.maintenancefund.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A city whose assessor insists on it (GB/T 22239): passwords are changed every ninety days. */
@IntegrationTest
@TestPropertySource(properties = "app.account.password-age=90d")
class PasswordAgeTest {

    @Autowired
    World world;

    private static final String OLD = "a quiet long evening";
    private static final String NEW = "a quiet long morning";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TravellingClock clock;

    private IssuedAccount account;

    @BeforeEach
    void somebodyNew() {
        account = world.auditor();
    }

    @Test
    void aPasswordThatIsTooOldIsChangedBeforeAnythingElse() {
        activated(Duration.ofDays(91));

        MvcTestResult signedIn = signIn(OLD);

        assertThat(signedIn).hasRedirectedUrl("/account/password");
        Cookie session = session(signedIn);
        assertThat(get("/workbench", session)).hasRedirectedUrl("/account/password");
        assertThat(get("/account/password", session))
                .hasStatusOk()
                .bodyText()
                .contains("用满 90 天", "当前密码")
                .doesNotContain("激活码", "返回工作台");
    }

    @Test
    void theNewOneIsAnotherAndThenEverythingIsOpen() {
        activated(Duration.ofDays(91));
        Cookie session = session(signIn(OLD));

        assertThat(change(session, Map.of("current", OLD, "password", OLD, "repeated", OLD)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("新密码和当前密码一样");
        assertThat(change(session, Map.of("current", "not it", "password", NEW, "repeated", NEW)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("当前密码不正确");
        MvcTestResult changed = change(session, Map.of("current", OLD, "password", NEW, "repeated", NEW));

        assertThat(changed).hasRedirectedUrl("/workbench");
        assertThat(get("/workbench", session(changed))).hasStatusOk();
        assertThat(signIn(NEW)).hasRedirectedUrl("/workbench");
    }

    @Test
    void aYoungerOneIsNot() {
        activated(Duration.ofDays(89));

        assertThat(signIn(OLD)).hasRedirectedUrl("/workbench");
    }

    private void activated(Duration ago) {
        Instant then = clock.instant().minus(ago);
        MvcTestResult changed = clock.at(
                then,
                () -> change(
                        session(signIn("1")),
                        Map.of("code", account.activationCode().grouped(), "password", OLD, "repeated", OLD)));
        assertThat(changed).hasRedirectedUrl("/workbench");
    }

    private MvcTestResult signIn(String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", account.username())
                .param("password", password)
                .exchange();
    }

    private MvcTestResult change(Cookie session, Map<String, String> fields) {
        var request = mvc.post().uri("/account/password").with(csrf()).cookie(session);
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private static Cookie session(MvcTestResult result) {
        return result.getResponse().getCookie("SESSION");
    }
}
