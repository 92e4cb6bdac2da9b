package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Asked for a page, then signed in: to that page, where the role may open it. */
@IntegrationTest
class AskedPageTest {

    @Autowired
    World world;

    private static final String PASSWORD = "a quiet long evening";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    private IssuedAccount auditor;

    @BeforeEach
    void anAuditor() {
        auditor = world.auditor();
    }

    private Cookie asked(String address) {
        MvcTestResult first = mvc.get().uri(URI.create(address)).exchange();
        assertThat(first).hasStatus3xxRedirection().redirectedUrl().endsWith("/login");
        return first.getResponse().getCookie("REDIRECT_URI");
    }

    private MvcTestResult signIn(String password, Cookie... cookies) {
        var request = mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", auditor.username())
                .param("password", password);
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    private void activated() {
        assertThat(operators.activate(auditor.username(), auditor.activationCode(), PASSWORD))
                .isTrue();
    }

    private static Cookie forged(String address) {
        return new Cookie(
                "REDIRECT_URI", Base64.getUrlEncoder().encodeToString(address.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void thePageAskedForComesWithItsQueryAndOnceOnly() {
        activated();
        Cookie asked = asked("/audit?q=%E7%8E%8B&action=SIGN_IN");

        MvcTestResult signedIn = signIn(PASSWORD, asked);

        assertThat(signedIn).hasRedirectedUrl("/audit?q=%E7%8E%8B&action=SIGN_IN");
        assertThat(signedIn.getResponse().getCookie("REDIRECT_URI").getMaxAge()).isZero();
        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/workbench");
    }

    @Test
    void aWrongPasswordInBetweenForgetsNothing() {
        activated();
        Cookie asked = asked("/audit");

        assertThat(signIn("not it", asked)).hasStatus(HttpStatus.BAD_REQUEST);

        assertThat(signIn(PASSWORD, asked)).hasRedirectedUrl("/audit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/committees", "/staff/new", "/operators", "/areas/import", "/my/committee"})
    void aPageOfAnotherRoleLeadsToTheWorkbench(String page) {
        activated();

        assertThat(signIn(PASSWORD, asked(page))).hasRedirectedUrl("/workbench");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/audit",
                "/\\evil.example/audit",
                "https://evil.example/audit",
                "/no/such/page",
                "/login",
                "/logout",
                "/audit/../../evil",
                "/x%zz",
                "%"
            })
    void aForgedAddressLeadsToTheWorkbench(String address) {
        activated();

        assertThat(signIn(PASSWORD, forged(address))).hasRedirectedUrl("/workbench");
    }

    @Test
    void theFirstSignInKeepsItUntilThePasswordIsOnesOwn() {
        Cookie asked = asked("/audit");
        MvcTestResult first = signIn("1", asked);
        assertThat(first).hasRedirectedUrl("/account/password");

        MvcTestResult activated = mvc.post()
                .uri("/account/password")
                .with(csrf())
                .cookie(first.getResponse().getCookie("SESSION"), asked)
                .param("code", auditor.activationCode().grouped())
                .param("password", PASSWORD)
                .param("repeated", PASSWORD)
                .exchange();

        assertThat(activated).hasRedirectedUrl("/audit");
    }

    @Test
    void aBrokenCookieFailsNoPageAndIsDeleted() {
        for (String page : new String[] {"/", "/login", "/username-lookup", "/centres"}) {
            MvcTestResult result = mvc.get()
                    .uri(page)
                    .cookie(new Cookie("REDIRECT_URI", "%E4%BD%zz"))
                    .exchange();

            assertThat(result).hasStatusOk();
            assertThat(result.getResponse().getCookie("REDIRECT_URI").getMaxAge())
                    .isZero();
        }
    }
}
