package org.maintenancefund.web.ratelimit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How guessing at passwords and codes is slowed down.
 *
 * @param freeTries              wrong tries of a guesser without a wait
 * @param longestWait            the wait doubles from a minute up to this
 * @param strangersOut           so many wrong tries in a row of all strangers together, and they stay out
 * @param most                   tries at one code that are looked at, whoever makes them
 * @param countersOfNetwork      guessers of one network that get a counter of their own for one code in a day
 * @param briefCountersOfNetwork guessers beyond those that may try a few times, so that strangers in an office don't shut out
 *                               a colleague
 * @param briefTries             how many times
 */
@ConfigurationProperties("app.throttle")
public record ThrottleProperties(
        @DefaultValue("5") int freeTries,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("100") int strangersOut,
        @DefaultValue("1000000") int most,
        @DefaultValue("50") int countersOfNetwork,
        @DefaultValue("500") int briefCountersOfNetwork,
        @DefaultValue("2") int briefTries) {}
