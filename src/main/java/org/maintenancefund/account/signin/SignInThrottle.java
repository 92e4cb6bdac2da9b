package org.maintenancefund.account.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down without letting strangers lock anybody out (OWASP, <i>Slow Down Online Guessing Attacks with Device
 * Cookies</i>): a browser that has signed in to an account before has a counter of its own, all others share one per account.
 *
 * <p>A try is counted before the password is looked at, in one atomic statement, and forgotten when it was right: however
 * many come at once, no more pass than are allowed. Never asked in somebody's transaction, with which it could be undone.
 */
@Component
public class SignInThrottle {

    /** The counter that all unknown browsers share. */
    static final String UNKNOWN = "";

    /** Tries without a wait. */
    static final int FREE_TRIES = 5;

    /** So many wrong tries in a row from unknown browsers, and they stay out. */
    static final int STRANGERS_OUT = 100;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks to try once.
     *
     * @return empty: go ahead; otherwise how long to wait, {@link Duration#ZERO} meaning that only a known browser or the
     *     district helps
     */
    @Transactional
    public Optional<Duration> ask(String subject, String device) {
        return ask(subject, device, null);
    }

    /** The same for a counter that is bounded by the address it began from. */
    @Transactional
    public Optional<Duration> ask(String subject, String device, @Nullable String address) {
        Instant now = clock.instant();
        boolean counted = jdbc.sql("INSERT INTO sign_in_throttle AS t (subject, device, attempts, touched_at, address)"
                        + " VALUES (:subject, :device, 1, :now, :address) ON CONFLICT ON CONSTRAINT pk_sign_in_throttle DO UPDATE SET"
                        + " attempts = t.attempts + 1, touched_at = :now,"
                        + " blocked_until = CASE WHEN t.attempts + 1 >= :free THEN cast(:now AS timestamptz)"
                        + " + least(interval '1 minute' * power(2, least(t.attempts + 1 - :free, 10)), interval '15 minutes') END"
                        + " WHERE (t.blocked_until IS NULL OR t.blocked_until <= :now)"
                        + " AND (t.device <> '' OR t.attempts < :out) RETURNING 1")
                .param("subject", subject)
                .param("device", device)
                .param("now", Timestamp.from(now))
                .param("address", address)
                .param("free", FREE_TRIES)
                .param("out", STRANGERS_OUT)
                .query(Integer.class)
                .optional()
                .isPresent();
        return counted ? Optional.empty() : Optional.of(waitFor(subject, device, now));
    }

    /** The password was right, and what it was refused for is something else: the try was no guess, and doesn't count. */
    @Transactional
    public void giveBack(String subject, String device) {
        Optional<Integer> attempts = jdbc.sql(
                        "SELECT attempts FROM sign_in_throttle WHERE subject = :subject AND device = :device FOR UPDATE")
                .param("subject", subject)
                .param("device", device)
                .query(Integer.class)
                .optional();
        if (attempts.isEmpty()) {
            return; // somebody signed in meanwhile, and all tries are forgotten
        }
        if (attempts.get() == 1) {
            jdbc.sql("DELETE FROM sign_in_throttle WHERE subject = :subject AND device = :device")
                    .param("subject", subject)
                    .param("device", device)
                    .update();
            return;
        }
        // With enough wrong tries before it the wait stays: somebody else's may have come in between.
        jdbc.sql("UPDATE sign_in_throttle SET attempts = attempts - 1,"
                        + " blocked_until = CASE WHEN attempts > :free THEN blocked_until END"
                        + " WHERE subject = :subject AND device = :device")
                .param("subject", subject)
                .param("device", device)
                .param("free", FREE_TRIES)
                .update();
    }

    /** The password was right: the browser's own counter begins anew, and from a known browser that of strangers too. */
    @Transactional
    public void forget(String subject, String device) {
        jdbc.sql("DELETE FROM sign_in_throttle WHERE subject = :subject AND device IN (:device, '')")
                .param("subject", subject)
                .param("device", device)
                .update();
    }

    /** 解除登录限制. */
    @Transactional
    public void lift(String username) {
        String subject = DeviceCookies.subject(username);
        jdbc.sql("DELETE FROM sign_in_throttle WHERE subject = :subject")
                .param("subject", subject)
                .update();
    }

    /**
     * How an account stands with its browsers together.
     *
     * @param attempts     wrong tries of the browser, or of all unknown ones, that has most
     * @param strangersOut true where only known browsers may try
     * @param until        until when at least one browser has to wait; null where none has to
     */
    public record Tries(
            int attempts, boolean strangersOut, @Nullable Instant until) {}

    /** What the counters of an account say now. */
    @Transactional(readOnly = true)
    public Tries standing(String username) {
        return jdbc.sql("SELECT coalesce(max(attempts), 0), coalesce(bool_or(device = '' AND attempts >= :out), false),"
                        + " max(blocked_until) FILTER (WHERE blocked_until > :now)"
                        + " FROM sign_in_throttle WHERE subject = :subject")
                .param("out", STRANGERS_OUT)
                .param("now", Timestamp.from(clock.instant()))
                .param("subject", DeviceCookies.subject(username))
                .query((row, i) -> {
                    Timestamp until = row.getTimestamp(3);
                    return new Tries(row.getInt(1), row.getBoolean(2), until == null ? null : until.toInstant());
                })
                .single();
    }

    /** Counters nobody touched for a month. Those that keep strangers out stay. */
    @Transactional
    public void sweep() {
        jdbc.sql("DELETE FROM sign_in_throttle WHERE touched_at < :before AND attempts < :out")
                .param("before", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .param("out", STRANGERS_OUT)
                .update();
    }

    private Duration waitFor(String subject, String device, Instant now) {
        record Row(int attempts, Optional<Instant> until) {}
        Row row = jdbc.sql(
                        "SELECT attempts, blocked_until FROM sign_in_throttle WHERE subject = :subject AND device = :device")
                .param("subject", subject)
                .param("device", device)
                .query((found, i) -> new Row(
                        found.getInt(1),
                        Optional.ofNullable(found.getTimestamp(2)).map(Timestamp::toInstant)))
                .optional()
                .orElse(new Row(0, Optional.of(now.plusSeconds(1))));
        if (UNKNOWN.equals(device) && row.attempts() >= STRANGERS_OUT) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, row.until().orElse(now.plusSeconds(1)));
        return left.compareTo(LONGEST_WAIT) > 0
                ? LONGEST_WAIT
                : !left.isNegative() && !left.isZero() ? left : Duration.ofSeconds(1);
    }
}
