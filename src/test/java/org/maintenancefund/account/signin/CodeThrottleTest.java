package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.web.ratelimit.ThrottleProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Guessing at a 激活码 slows down who guesses, and stays hopeless. */
@IntegrationTest
class CodeThrottleTest {

    private static final String HOME = "198.51.100.7";

    @Autowired
    CodeThrottle throttle;

    @Autowired
    DeviceCookies devices;

    @Autowired
    ThrottleProperties limits;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    private final CurrentUser person = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    private final String code = UUID.randomUUID().toString();
    private final UUID own = UUID.randomUUID();

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    private boolean mayTry(UUID session, String address) {
        return mayTry(session, from(address), code);
    }

    private boolean mayTry(UUID session, MockHttpServletRequest request, String guessed) {
        UsernamePasswordAuthenticationToken authentication =
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        authentication.setDetails(new SessionMark(0, 0, clock.instant(), session));
        SecurityContextHolder.getContext().setAuthentication(authentication);
        try {
            throttle.ask(person, guessed, request);
            return true;
        } catch (Refusal wait) {
            assertThat(wait.reason().code()).startsWith("account.code.");
            return false;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** What the code is counted under. */
    private String subject() {
        return jdbc.sql("SELECT encode(sha256(convert_to(:code, 'UTF8')), 'hex')")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/account/password");
        request.setRemoteAddr(address);
        return request;
    }

    private long triesOf(UUID session, String address, int times) {
        long passed = 0;
        for (int i = 0; i < times; i++) {
            passed += mayTry(session, address) ? 1 : 0;
        }
        return passed;
    }

    @Test
    void whoGuessesInOneSessionSlowsNobodyElseDownAtTheSameAddressNeither() {
        UUID stranger = UUID.randomUUID();

        assertThat(triesOf(stranger, HOME, 60)).isEqualTo(limits.freeTries());

        assertThat(mayTry(own, HOME)).isTrue();
        assertThat(mayTry(UUID.randomUUID(), "203.0.113.4")).isTrue();
    }

    @Test
    void theSlipsOfTheRightPersonMakeThemWaitAndThenTheyMayTryAgain() {
        assertThat(triesOf(own, HOME, 6)).isEqualTo(limits.freeTries());

        clock.at(clock.instant().plus(Duration.ofSeconds(61)), () -> {
            assertThat(mayTry(own, HOME)).isTrue();
            assertThat(mayTry(own, HOME)).as("two minutes now").isFalse();
        });
    }

    @Test
    void anAddressThatBeginsSessionAfterSessionGetsOneCounterForTheRestOfThem() {
        long passed = 0;
        for (int i = 0; i < limits.countersOfNetwork() + 20; i++) {
            passed += triesOf(UUID.randomUUID(), HOME, 8);
        }

        assertThat(passed).isEqualTo((limits.countersOfNetwork() + 1L) * limits.freeTries() + 20 * limits.briefTries());
        UUID colleague = UUID.randomUUID();
        assertThat(triesOf(colleague, HOME, 3))
                .as("a person in the same office")
                .isEqualTo(limits.briefTries());
        assertThat(mayTry(own, "203.0.113.5")).as("the person elsewhere").isTrue();
        assertThat(mayTry(own, "2001:db8:1:2::9")).as("and over IPv6").isTrue();
    }

    @Test
    void briefSessionsHaveAnEndToo() {
        jdbc.sql("INSERT INTO throttle (purpose, subject, counter, attempts, touched_at, network)"
                        + " SELECT 'ACTIVATION_CODE', :subject, kind || n, 5, :now, :address FROM (SELECT 'own-' AS kind, generate_series(1, :own) AS n"
                        + " UNION ALL SELECT 'brief-', generate_series(1, :brief)) AS counters")
                .param("subject", subject())
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("address", HOME)
                .param("own", limits.countersOfNetwork())
                .param("brief", limits.briefCountersOfNetwork())
                .update();

        long passed = 0;
        for (int i = 0; i < 10; i++) {
            passed += triesOf(UUID.randomUUID(), HOME, 3);
        }

        assertThat(passed).as("of all further sessions together").isEqualTo(limits.freeTries());
    }

    @Test
    void theManyHouseholdsOfOneNetworkCountTogether() {
        for (int i = 0; i < limits.countersOfNetwork(); i++) {
            mayTry(UUID.randomUUID(), "2001:db8:7:" + Integer.toHexString(i) + "::1");
        }

        UUID neighbour = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        mayTry(neighbour, "2001:db8:7:ffff::1");
        mayTry(elsewhere, "2001:db8:8::1");

        assertThat(jdbc.sql("SELECT counter FROM throttle WHERE subject = :subject AND counter LIKE ANY (:devices)")
                        .param("subject", subject())
                        .param("devices", new String[] {"%" + neighbour, "%" + elsewhere})
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("brief-" + neighbour, "own-" + elsewhere);
    }

    @Test
    void sessionsOfOneAddressAtTheSameMomentAreCountedOneAfterTheOther() throws InterruptedException {
        List<Callable<Boolean>> gang = new ArrayList<>();
        for (int i = 0; i < limits.countersOfNetwork() - 2; i++) {
            mayTry(UUID.randomUUID(), HOME);
        }
        for (int i = 0; i < 12; i++) {
            gang.add(() -> mayTry(UUID.randomUUID(), HOME));
        }

        assertThat(Race.of(gang)).allMatch(Race.Outcome::won);

        assertThat(jdbc.sql("SELECT count(*) FROM throttle WHERE subject = :subject AND counter LIKE 'own-%'")
                        .param("subject", subject())
                        .query(Integer.class)
                        .single())
                .isEqualTo(limits.countersOfNetwork());
    }

    @Test
    void guessesOfOneSessionAtTheSameMomentAreNoMoreThanAreFree() throws InterruptedException {
        UUID stranger = UUID.randomUUID();
        List<Callable<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.add(() -> mayTry(stranger, HOME));
        }

        List<Race.Outcome<Boolean>> outcomes = Race.of(guesses);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes.stream().filter(Race.Outcome::value)).hasSize(limits.freeTries());
    }

    /** Forty bits against a million tries: one in a million, however many take part and however long. */
    @Test
    void howeverManyTakePartNoMoreThanAMillionTriesAreLookedAt() {
        jdbc.sql("INSERT INTO throttle (purpose, subject, counter, attempts, touched_at, network)"
                        + " VALUES ('ACTIVATION_CODE', :subject, 'own-gang', :tries, now(), '203.0.113.77')")
                .param("subject", subject())
                .param("tries", limits.most())
                .update();

        assertThatThrownBy(() -> throttle.ask(person, code, from(HOME)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("strangers-out");

        assertThat(mayTry(own, from(HOME), "the code that was issued after it")).isTrue();
        assertThat(mayTry(own, knownBrowser(), code)).as("who signed in before").isTrue();
    }

    @Test
    void aBrowserThatSignedInBeforeHasACounterOfItsOwn() {
        MockHttpServletRequest known = knownBrowser();
        triesOf(own, HOME, 10);

        for (int i = 0; i < limits.freeTries(); i++) {
            assertThat(mayTry(UUID.randomUUID(), known, code)).isTrue();
        }
        assertThat(mayTry(UUID.randomUUID(), known, code)).isFalse();
        assertThatCode(() -> throttle.ask(person, code, from("203.0.113.9"))).doesNotThrowAnyException();
    }

    private MockHttpServletRequest knownBrowser() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember(from(HOME), response, person.username());
        MockHttpServletRequest request = from(HOME);
        request.setCookies(response.getCookies());
        return request;
    }
}
