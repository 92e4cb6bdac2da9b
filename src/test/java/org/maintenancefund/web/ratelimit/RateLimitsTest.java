package org.maintenancefund.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** Limits per address. Counts are kept outside of the test's transaction, so every test comes from addresses of its own. */
@IntegrationTest
class RateLimitsTest {

    private static final AtomicInteger HOST = new AtomicInteger();
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:10Z");

    @Autowired
    private RateLimits limits;

    @Autowired
    private TravellingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theTwentyFirstLookUpOfAMinuteIsRefusedAndTellsWhenToComeBack() {
        HttpServletRequest request = from("198.51.100." + HOST.incrementAndGet());

        clock.at(NOON, () -> {
            for (int i = 0; i < 20; i++) {
                limits.take("username-lookup", request);
            }
            assertThatThrownBy(() -> limits.take("username-lookup", request))
                    .isInstanceOfSatisfying(
                            TooManyRequests.class,
                            refused -> assertThat(refused.getHeaders().getFirst("Retry-After"))
                                    .isEqualTo("50"));
        });
        clock.at(
                NOON.plusSeconds(50),
                () -> assertThatCode(() -> limits.take("username-lookup", request))
                        .doesNotThrowAnyException());
    }

    @Test
    void limitsAndAddressesAreCountedApart() {
        HttpServletRequest request = from("198.51.100." + HOST.incrementAndGet());
        HttpServletRequest neighbour = from("198.51.100." + HOST.incrementAndGet());

        clock.at(NOON, () -> {
            limits.take("username-lookup", request, 20);
            assertThatCode(() -> limits.take("progress", request)).doesNotThrowAnyException();
            assertThatCode(() -> limits.take("username-lookup", neighbour)).doesNotThrowAnyException();
            assertThatThrownBy(() -> limits.take("username-lookup", request)).isInstanceOf(TooManyRequests.class);
        });
    }

    @Test
    void aHouseholdWithManyAddressesIsOne() {
        int host = HOST.incrementAndGet();

        clock.at(NOON, () -> {
            limits.take("registration", from("2001:db8:0:" + host + "::1"), 10);
            assertThatThrownBy(() -> limits.take("registration", from("2001:db8:0:" + host + ":ffff::2")))
                    .isInstanceOf(TooManyRequests.class);
        });
    }

    @Test
    void twoHundredMegabytesAnHourMayBeUploaded() {
        HttpServletRequest request = from("198.51.100." + HOST.incrementAndGet());
        long megabyte = 1024 * 1024;

        clock.at(NOON, () -> {
            limits.take("upload", request, 200 * megabyte);
            assertThatThrownBy(() -> limits.take("upload", request, 1)).isInstanceOf(TooManyRequests.class);
        });
    }

    @Test
    void ofManyAtTheSameMomentNoMoreThanTheLimitGetThrough() throws InterruptedException {
        HttpServletRequest request = from("198.51.100." + HOST.incrementAndGet());
        clock.at(NOON, () -> limits.take("registration", request, 5));
        // Each thread in the same window, wherever the day's clock stands.
        Callable<Boolean> taker = () -> clock.at(NOON, () -> {
            limits.take("registration", request);
            return true;
        });

        List<Race.Outcome<Boolean>> outcomes = Race.of(Collections.nCopies(8, taker));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(5);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(TooManyRequests.class));
    }

    @Test
    void windowsThatAreOverAreSweptAway() {
        String address = "198.51.100." + HOST.incrementAndGet();
        clock.at(NOON, () -> limits.take("username-lookup", from(address)));

        clock.at(NOON.plus(Duration.ofMinutes(1)), limits::sweep);

        assertThat(jdbc.sql("SELECT count(*) FROM rate_limit WHERE address = ?")
                        .param(address)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aLimitNobodyKnowsIsAProgrammingError() {
        assertThatThrownBy(() -> limits.take("no-such-limit", from("198.51.100.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
