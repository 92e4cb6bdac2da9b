package org.maintenancefund.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.springframework.beans.factory.annotation.Autowired;

/** Guessing at the same moment gains nothing: a try is counted before the password is looked at. */
@IntegrationTest
class ThrottleRacesTest {

    private static final int GUESSERS = 40;
    private static final int FREE_TRIES = 5;

    @Autowired
    Throttle throttle;

    @Autowired
    TravellingClock clock;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void ofManyGuessesAtOnceNoMorePassThanAreFree() throws InterruptedException {
        assertThat(passed(Throttle.STRANGERS)).isEqualTo(FREE_TRIES);
        assertThat(throttle.ask(Purpose.PASSWORD, subject, Throttle.STRANGERS))
                .as("and the next one waits")
                .isPresent();
    }

    @Test
    void strangersWhoGuessTogetherLeaveAKnownBrowserItsOwnTries() throws InterruptedException {
        passed(Throttle.STRANGERS);

        assertThat(throttle.ask(Purpose.PASSWORD, subject, "a known browser")).isEmpty();
        assertThat(passed("a known browser")).isEqualTo(FREE_TRIES - 1);
    }

    @Test
    void afterTheWaitAGangHasOneTryAndNotOneEach() throws InterruptedException {
        passed(Throttle.STRANGERS);
        var later = clock.instant().plus(Duration.ofSeconds(61));

        List<Callable<Optional<Duration>>> gang = IntStream.range(0, GUESSERS)
                .<Callable<Optional<Duration>>>mapToObj(i ->
                        () -> clock.at(later, () -> throttle.ask(Purpose.PASSWORD, subject, Throttle.STRANGERS)))
                .toList();

        assertThat(Race.of(gang))
                .allMatch(Race.Outcome::won)
                .filteredOn(outcome -> outcome.value().isEmpty())
                .hasSize(1);
    }

    /** A directory that doesn't answer, or an organisation at rest: several get their try back together. */
    @RepeatedTest(10)
    void triesGivenBackTogetherAreAllGivenBack() throws InterruptedException {
        for (int i = 0; i < FREE_TRIES - 1; i++) {
            throttle.ask(Purpose.PASSWORD, subject, Throttle.STRANGERS);
        }
        List<Callable<Object>> returning = Collections.nCopies(FREE_TRIES - 1, () -> {
            throttle.giveBack(Purpose.PASSWORD, subject, Throttle.STRANGERS);
            return subject;
        });

        assertThat(Race.of(returning)).allMatch(Race.Outcome::won);
        assertThat(passed(Throttle.STRANGERS)).isEqualTo(FREE_TRIES);
    }

    private long passed(String device) throws InterruptedException {
        List<Callable<Optional<Duration>>> guesses = IntStream.range(0, GUESSERS)
                .<Callable<Optional<Duration>>>mapToObj(i -> () -> throttle.ask(Purpose.PASSWORD, subject, device))
                .toList();
        List<Race.Outcome<Optional<Duration>>> outcomes = Race.of(guesses);
        assertThat(outcomes).allMatch(Race.Outcome::won);
        return outcomes.stream().filter(outcome -> outcome.value().isEmpty()).count();
    }
}
