package org.maintenancefund.web.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Sha256;
import org.maintenancefund.lock.AdvisoryLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing at passwords and codes down without letting strangers lock anybody out: who guesses has a counter, and waits
 * after some wrong tries, from a minute doubling to {@link ThrottleProperties#longestWait}. Which counter a guesser has
 * is the caller's to say.
 *
 * <p>A try is counted before the secret is looked at, in one atomic statement, and forgotten when it was right: however
 * many come at once, no more pass than are allowed.
 */
@Component
public class Throttle {

    /** The counter that all share who have none of their own. */
    public static final String STRANGERS = "";

    private static final String ALL = " FROM throttle WHERE purpose = :purpose AND subject = :subject";
    private static final String OWN = ALL + " AND counter = :counter";

    private final JdbcClient jdbc;
    private final AdvisoryLocks locks;
    private final ThrottleProperties limits;
    private final RateLimitProperties.Limit namesOfAddress;
    private final Clock clock;

    Throttle(JdbcClient jdbc, AdvisoryLocks locks, ThrottleProperties limits, RateLimitProperties rates, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.limits = limits;
        this.namesOfAddress = rates.of("sign-in");
        this.clock = clock;
    }

    /**
     * Asks to try once.
     *
     * @param secret what tells one secret from another, such as the user name
     * @return empty: go ahead; otherwise how long to wait, {@link Duration#ZERO} meaning that strangers stay out
     */
    @Transactional
    public Optional<Duration> ask(Purpose purpose, String secret, String counter) {
        return ask(purpose, secret, counter, null);
    }

    /**
     * The same for one of a network's many guessers. So many of them have a counter of their own in a day, many more a few
     * tries each, and all after those share one: that bounds what a network can try, however many sessions it begins. Zero
     * also where all networks together tried as often as is looked at.
     */
    @Transactional
    public Optional<Duration> askWithin(String network, Purpose purpose, String secret, @Nullable String guesser) {
        long tries = statement("SELECT coalesce(sum(attempts), 0)" + ALL, purpose, secret)
                .query(Long.class)
                .single();
        if (tries >= limits.most()) {
            return Optional.of(Duration.ZERO);
        }
        String shared = "network-" + network;
        String counter = guesser == null ? shared : counter(network, purpose, secret, guesser, shared);
        return ask(purpose, secret, counter, network);
    }

    private Optional<Duration> ask(Purpose purpose, String secret, String counter, @Nullable String network) {
        Instant now = clock.instant();
        boolean counted = statement(
                        "INSERT INTO throttle AS t (purpose, subject, counter, attempts, touched_at, network)"
                                + " VALUES (:purpose, :subject, :counter, 1, :now, :network)"
                                + " ON CONFLICT ON CONSTRAINT pk_throttle DO UPDATE SET attempts = t.attempts + 1, touched_at = :now,"
                                + " blocked_until = CASE WHEN t.attempts + 1 >= :free THEN cast(:now AS timestamptz) + interval '1 second'"
                                + " * least(60 * power(2, least(t.attempts + 1 - :free, 10)), :longest) END"
                                + " WHERE (t.blocked_until IS NULL OR t.blocked_until <= :now)"
                                + " AND (t.counter <> '' OR t.attempts < :out) RETURNING 1",
                        purpose,
                        secret)
                .param("counter", counter)
                .param("network", network)
                .param("now", Timestamp.from(now))
                .param("free", limits.freeTries())
                .param("longest", limits.longestWait().toSeconds())
                .param("out", limits.strangersOut())
                .query(Integer.class)
                .optional()
                .isPresent();
        return counted ? Optional.empty() : Optional.of(waitFor(purpose, secret, counter, now));
    }

    private Duration waitFor(Purpose purpose, String secret, String counter, Instant now) {
        String seconds = "SELECT CASE WHEN counter = '' AND attempts >= :out THEN 0 ELSE floor(least(:longest,"
                + " greatest(1, extract(epoch FROM coalesce(blocked_until, :now) - cast(:now AS timestamptz))))) END";
        return statement(seconds + OWN, purpose, secret)
                .param("counter", counter)
                .param("out", limits.strangersOut())
                .param("longest", limits.longestWait().toSeconds())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(1));
    }

    /** The counter of one of a network's guessers, given out one after the other. */
    private String counter(String network, Purpose purpose, String secret, String guesser, String shared) {
        locks.lock(AdvisoryLocks.Purpose.CODE_COUNTERS, Sha256.hex(secret) + network);
        return statement(
                        "SELECT CASE WHEN bool_or(counter = :own)"
                                + " OR count(*) FILTER (WHERE touched_at > :yesterday AND counter LIKE 'own-%') < :most THEN :own"
                                + " WHEN max(attempts) FILTER (WHERE counter = :brief) < :briefTries"
                                + " OR count(*) FILTER (WHERE counter = :brief) = 0"
                                + " AND count(*) FILTER (WHERE touched_at > :yesterday AND counter LIKE 'brief-%') < :mostBrief"
                                + " THEN :brief ELSE :shared END"
                                + ALL + " AND network = :network",
                        purpose,
                        secret)
                .param("network", network)
                .param("yesterday", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .param("own", "own-" + guesser)
                .param("most", limits.countersOfNetwork())
                .param("brief", "brief-" + guesser)
                .param("briefTries", limits.briefTries())
                .param("mostBrief", limits.briefCountersOfNetwork())
                .param("shared", shared)
                .query(String.class)
                .single();
    }

    /** The secret was right, and what it was refused for is something else: the try was no guess, and doesn't count. */
    @Transactional
    public void giveBack(Purpose purpose, String secret, String counter) {
        // One after the other, so that each of several gets its own back. Of a counter that is forgotten by now, none.
        int left = statement("SELECT attempts - 1" + OWN + " FOR UPDATE", purpose, secret)
                .param("counter", counter)
                .query(Integer.class)
                .optional()
                .orElse(0);
        // With enough wrong tries before it the wait stays: somebody else's may have come in between.
        String change =
                "UPDATE throttle SET attempts = :left, blocked_until = CASE WHEN :left >= :free THEN blocked_until END"
                        + " WHERE purpose = :purpose AND subject = :subject AND counter = :counter";
        statement(left == 0 ? "DELETE" + OWN : change, purpose, secret)
                .param("counter", counter)
                .param("left", left)
                .param("free", limits.freeTries())
                .update();
    }

    /** The secret was right: the guesser's own counter begins anew, and that of strangers too. */
    @Transactional
    public void forget(Purpose purpose, String secret, String counter) {
        statement("DELETE" + ALL + " AND counter IN (:counter, '')", purpose, secret)
                .param("counter", counter)
                .update();
    }

    /** Everybody may guess anew: 解除登录限制, or the secret is another one now. */
    @Transactional
    public void lift(Purpose purpose, String secret) {
        statement("DELETE" + ALL, purpose, secret).update();
    }

    /**
     * How much is guessed at a secret.
     *
     * @param attempts     wrong tries of the guesser, or of all strangers, that has most
     * @param strangersOut true where strangers may not try any more
     * @param until        until when at least one guesser has to wait; null where none has to
     */
    public record Tries(
            int attempts, boolean strangersOut, @Nullable Instant until) {}

    /** What the counters of a secret say now. */
    @Transactional(readOnly = true)
    public Tries tries(Purpose purpose, String secret) {
        return statement(
                        "SELECT coalesce(max(attempts), 0), coalesce(bool_or(counter = '' AND attempts >= :out), false),"
                                + " max(blocked_until) FILTER (WHERE blocked_until > :now)" + ALL,
                        purpose,
                        secret)
                .param("out", limits.strangersOut())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> {
                    Timestamp until = row.getTimestamp(3);
                    return new Tries(row.getInt(1), row.getBoolean(2), until == null ? null : until.toInstant());
                })
                .single();
    }

    /**
     * Keeps an address from trying one password on many user names. A whole office signs in from one address, so that only what
     * failed counts, and each user name once.
     *
     * @throws TooManyRequests where so many user names failed from there lately
     */
    public void checkAddress(HttpServletRequest request) {
        String address = ClientAddress.key(request.getRemoteAddr());
        long failed = statement("SELECT count(*)" + ALL + " AND touched_at > :since", Purpose.ADDRESS, address)
                .param("since", Timestamp.from(clock.instant().minus(namesOfAddress.per())))
                .query(Long.class)
                .single();
        if (failed >= namesOfAddress.amount()) {
            throw new TooManyRequests("sign-in", namesOfAddress.per());
        }
    }

    /** The user name failed from there. */
    @Transactional
    public void failedFrom(HttpServletRequest request, String username) {
        String failed = "INSERT INTO throttle (purpose, subject, counter, attempts, touched_at)"
                + " VALUES (:purpose, :subject, :counter, 1, :now)"
                + " ON CONFLICT ON CONSTRAINT pk_throttle DO UPDATE SET touched_at = :now";
        statement(failed, Purpose.ADDRESS, ClientAddress.key(request.getRemoteAddr()))
                .param("counter", Sha256.hex(username))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Counters nobody touched for long. Those that keep strangers out stay. */
    @Transactional
    public void sweep() {
        for (Purpose purpose : Purpose.values()) {
            jdbc.sql("DELETE FROM throttle WHERE purpose = :purpose AND touched_at < :before"
                            + " AND (counter <> '' OR attempts < :out)")
                    .param("purpose", purpose.name())
                    .param("before", Timestamp.from(clock.instant().minus(purpose.forgottenAfter)))
                    .param("out", limits.strangersOut())
                    .update();
        }
    }

    /** A wait as people are told it: minutes, the one that has begun counted whole. */
    public static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    private JdbcClient.StatementSpec statement(String sql, Purpose purpose, String secret) {
        return jdbc.sql(sql).param("purpose", purpose.name()).param("subject", Sha256.hex(secret));
    }
}
