package org.maintenancefund.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in, from the first time with the initial password on, through the real session table. */
@IntegrationTest
class SignInTests {

    @Autowired
    World world;

    private static final String PASSWORD = "a quiet long evening";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    Passwords passwords;

    private IssuedAccount account;

    @BeforeEach
    void somebodyNew() {
        account = world.auditor();
    }

    private MvcTestResult signIn(String username, String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult get(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private static Cookie session(MvcTestResult result) {
        return result.getResponse().getCookie("SESSION");
    }

    private MvcTestResult activate(Cookie session, OneTimeCode code, String password) {
        return mvc.post()
                .uri("/account/password")
                .with(csrf())
                .cookie(session)
                .param("code", code.grouped().toLowerCase())
                .param("password", password)
                .param("repeated", password)
                .exchange();
    }

    @Test
    void theInitialPasswordLeadsToOnePageOnly() {
        MvcTestResult signedIn = signIn(account.username(), "1");

        assertThat(signedIn).hasStatus3xxRedirection().hasRedirectedUrl("/account/password");
        Cookie session = session(signedIn);
        for (Page page : Page.values()) {
            // Large text helps to read that page.
            if (page != Page.PASSWORD && page != Page.DISPLAY) {
                assertThat(get(page.path().isEmpty() ? "/" : page.path(), session))
                        .as(page.name())
                        .hasRedirectedUrl("/account/password");
            }
        }
        assertThat(get("/account/password", session))
                .hasStatusOk()
                .bodyText()
                .contains("激活码", "<a class=\"phone\" href=\"tel:")
                .doesNotContain("秦素文")
                .doesNotContain("归集使用科经办")
                .doesNotContain("当前密码");
    }

    @Test
    void theRightCodeSetsTheFirstPasswordAndTheInitialOneNeverWorksAgain() {
        Cookie session = session(signIn(account.username(), "1"));

        assertThat(activate(session, account.activationCode(), PASSWORD)).hasRedirectedUrl("/workbench");

        assertThat(signIn(account.username(), "1")).hasStatus(HttpStatus.BAD_REQUEST);
        MvcTestResult signedIn = signIn(account.username().toUpperCase(), PASSWORD);
        assertThat(signedIn).hasRedirectedUrl("/workbench");
        assertThat(get("/workbench", session(signedIn))).hasStatusOk();
    }

    @Test
    void aWrongCodeChangesNothing() {
        Cookie session = session(signIn(account.username(), "1"));

        assertThat(activate(session, new OneTimeCode("00000000"), PASSWORD)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(activate(session, account.activationCode(), PASSWORD)).hasRedirectedUrl("/workbench");
    }

    @Test
    void wrongCodesMakeOneWaitAndSayHowLong() {
        Cookie session = session(signIn(account.username(), "1"));
        for (int i = 0; i < 5; i++) {
            assertThat(activate(session, new OneTimeCode("0000000" + i), PASSWORD))
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }

        assertThat(activate(session, account.activationCode(), PASSWORD))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("请 1 分钟后再试");
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        String wrong = messageOf(signIn(account.username(), "not it"));

        assertThat(wrong).contains("用户名或密码不正确");
        assertThat(messageOf(signIn("nobody.at.all", "not it"))).isEqualTo(wrong);
    }

    @Test
    void afterFiveWrongTriesStrangersWait() {
        for (int i = 0; i < 5; i++) {
            signIn(account.username(), "wrong " + i);
        }

        assertThat(messageOf(signIn(account.username(), "wrong 6"))).contains("1 分钟后再试");
        assertThat(signIn(account.username(), "1"))
                .as("there is nothing to guess about the initial password")
                .hasRedirectedUrl("/account/password");
    }

    @Test
    void someoneSignedInEndsWithTheReset() {
        Cookie session = session(signIn(account.username(), "1"));
        activate(session, account.activationCode(), PASSWORD);
        Cookie signedIn = session(signIn(account.username(), PASSWORD));
        assertThat(get("/workbench", signedIn)).hasStatusOk();

        operators.resetPassword(account.id(), passwords.newCode());

        assertThat(get("/workbench", signedIn))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/login");
    }

    @Test
    void theUserNameStaysWhenThePasswordWasWrong() {
        assertThat(signIn("wangjg", "wrong"))
                .bodyText()
                .contains("value=\"wangjg\"")
                .doesNotContain("value=\"wrong\"");
    }

    private static String messageOf(MvcTestResult result) {
        try {
            String body = result.getResponse().getContentAsString();
            return Jsoup.parse(body).select(".error-summary h2").text();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
