package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What strangers do stops nobody who has the right to come in; and a session is one of ours, and one only. */
@IntegrationTest
class SignInFairnessTest {

    @Autowired
    World world;

    private static final String PASSWORD = "a quiet long evening";

    private static int people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    OperatorRepository accounts;

    @Autowired
    CurrentUsers users;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountSessions sessions;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> stored;

    private IssuedAccount account;
    private String office;

    @BeforeEach
    void somebodyNew() {
        account = somebody();
        office = "198.18.7." + people;
    }

    private IssuedAccount somebody() {
        return world.auditor("fair" + ++people);
    }

    private IssuedAccount activated() {
        IssuedAccount one = somebody();
        assertThat(operators.activate(one.username(), one.activationCode(), PASSWORD))
                .isTrue();
        return one;
    }

    private MvcTestResult signIn(String username, String password, String address, Cookie... cookies) {
        var request = mvc.post()
                .uri("/login")
                .with(csrf())
                .with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                })
                .param("username", username)
                .param("password", password);
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    private MvcTestResult activate(MvcTestResult signedIn, String code) {
        return mvc.post()
                .uri("/account/password")
                .with(csrf())
                .with(sent -> {
                    sent.setRemoteAddr(office);
                    return sent;
                })
                .cookie(signedIn.getResponse().getCookie("SESSION"))
                .param("code", code)
                .param("password", PASSWORD)
                .param("repeated", PASSWORD)
                .exchange();
    }

    private MvcTestResult open(MvcTestResult signedIn) {
        return mvc.get()
                .uri("/workbench")
                .cookie(signedIn.getResponse().getCookie("SESSION"))
                .exchange();
    }

    @Test
    void aStrangerWhoGuessesAtTheCodeDoesNotKeepThePersonFromUsingTheRightOne() {
        MvcTestResult stranger = signIn(account.username(), "1", office);
        for (int i = 0; i < 30; i++) {
            assertThat(activate(stranger, "0000-%04d".formatted(i))).hasStatus(HttpStatus.BAD_REQUEST);
        }

        MvcTestResult person = signIn(account.username(), "1", office);

        assertThat(activate(person, account.activationCode().grouped())).hasRedirectedUrl("/workbench");
    }

    @Test
    void theInitialPasswordIsNoTryHoweverOftenAndWhateverStrangersTry() {
        for (int i = 0; i < 12; i++) {
            assertThat(signIn(account.username(), "1", office)).hasRedirectedUrl("/account/password");
            signIn(account.username(), "wrong " + i, "203.0.113.200");
        }

        assertThat(signIn(account.username(), "1", "203.0.113.200")).hasRedirectedUrl("/account/password");
    }

    @Test
    void anOfficeSignsInAsOftenAsItHasPeople() {
        IssuedAccount one = activated();

        for (int i = 0; i < 70; i++) {
            assertThat(signIn(one.username(), PASSWORD, office))
                    .as("sign-in %d", i + 1)
                    .hasRedirectedUrl("/workbench");
        }
    }

    @Test
    void oneWhoMistypesAllDayKeepsNoColleagueOut() {
        IssuedAccount colleague = activated();

        // At one moment, so that all tries are in one window of the limit.
        clock.at(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(1)), () -> {
            for (int i = 0; i < 80; i++) {
                signIn(account.username(), "wrong " + i, office);
            }
            assertThat(signIn(colleague.username(), PASSWORD, office)).hasRedirectedUrl("/workbench");
        });

        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE object_id = :name AND action = 'SIGN_IN'")
                        .param("name", account.username())
                        .query(Integer.class)
                        .single())
                .as("lines in the audit trail, of eighty tries")
                .isEqualTo(65);
    }

    @Test
    void anAddressThatTriesManyNamesWaitsAndWhoSignedInFromThereBeforeDoesNot() {
        IssuedAccount known = activated();
        IssuedAccount unknown = activated();
        Cookie[] cookies =
                signIn(known.username(), PASSWORD, office).getResponse().getCookies();
        Cookie device = Stream.of(cookies)
                .filter(cookie -> cookie.getName().startsWith("device-"))
                .findFirst()
                .orElseThrow();
        int tried = 0;
        while (tried < 100
                && signIn("nobody" + tried + "of" + people, "winter 2026", office)
                                .getResponse()
                                .getStatus()
                        == 400) {
            tried++;
        }

        assertThat(tried).isEqualTo(60);
        assertThat(signIn(unknown.username(), PASSWORD, office)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(signIn(known.username(), PASSWORD, office, device)).hasRedirectedUrl("/workbench");
        assertThat(signIn(unknown.username(), PASSWORD, "203.0.113.201")).hasRedirectedUrl("/workbench");
        clock.at(
                clock.instant().plus(Duration.ofMinutes(6)),
                () -> assertThat(signIn(unknown.username(), PASSWORD, office)).hasRedirectedUrl("/workbench"));
    }

    @RepeatedTest(5)
    void ofTwoSignInsAtTheSameMomentOneLives() throws InterruptedException {
        IssuedAccount one = activated();
        Callable<MvcTestResult> signIn = () -> signIn(one.username(), PASSWORD, office);

        List<Race.Outcome<MvcTestResult>> both = Race.of(List.of(signIn, signIn, signIn));

        assertThat(both).allSatisfy(each -> assertThat(each.value()).hasRedirectedUrl("/workbench"));
        assertThat(both.stream()
                        .map(each -> open(each.value()).getResponse().getStatus())
                        .toList())
                .containsExactlyInAnyOrder(200, 302, 302);
    }

    /** The first to begin is the last to clear away what was there: the later session is not of that. */
    @Test
    void ofTwoSignInsTheEarlierNeverEndsTheLater() {
        IssuedAccount one = activated();
        MvcTestResult before = signIn(one.username(), PASSWORD, office);
        Authentication earlier =
                sessions.begin(users.of(accounts.findByUsername(one.username()).orElseThrow()), 1);
        MvcTestResult later = signIn(one.username(), PASSWORD, office);

        sessions.onAuthentication(earlier, new MockHttpServletRequest(), new MockHttpServletResponse());

        assertThat(open(later)).hasStatusOk();
        assertThat(open(before)).hasStatus3xxRedirection();
        assertThat(stored.findByPrincipalName(one.username())).hasSize(1);
    }

    @Test
    void aSessionThatBeganWithTheInitialPasswordEndsNobodys() {
        MvcTestResult person = signIn(account.username(), "1", office);

        signIn(account.username(), "1", "203.0.113.202");

        assertThat(activate(person, account.activationCode().grouped())).hasRedirectedUrl("/workbench");
    }

    /** The name and the right of somebody real, but not by our sign-in. */
    @Test
    void whoWasNotSignedInByUsIsNotSignedIn() {
        IssuedAccount one = activated();
        CurrentUser user = users.of(accounts.findByUsername(one.username()).orElseThrow());
        var unmarked = UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(user.role().authority()));
        var stranger = UsernamePasswordAuthenticationToken.authenticated(
                "somebody", null, AuthorityUtils.createAuthorityList(user.role().authority()));
        var outdated = UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(user.role().authority()));
        outdated.setDetails(new SessionMark(0, 0, clock.instant(), one.id().value()));

        for (var forged : List.of(unmarked, stranger, outdated)) {
            MvcTestResult result = mvc.get()
                    .uri("/workbench")
                    .session(new MockHttpSession())
                    .with(authentication(forged))
                    .exchange();
            assertThat(result).hasStatus3xxRedirection().redirectedUrl().endsWith("/login");
        }
    }

    @Test
    void aSessionEndsAfterItsLongestTimeHoweverBusy() {
        IssuedAccount one = activated();
        MvcTestResult signedIn = signIn(one.username(), PASSWORD, office);
        assertThat(open(signedIn)).hasStatusOk();

        clock.at(
                clock.instant().plus(Duration.ofHours(13)),
                () -> assertThat(open(signedIn))
                        .hasStatus3xxRedirection()
                        .redirectedUrl()
                        .endsWith("/login"));
    }
}
