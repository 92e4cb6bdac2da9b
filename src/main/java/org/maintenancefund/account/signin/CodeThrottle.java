package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses a 激活码 or 当前密码, and nobody else. Anybody can begin a session with the initial password, so that
 * each session has a counter of its own, and a browser that signed in to the account before has one whatever the session.
 *
 * <p>That guessing stays hopeless: an address gets so many sessions' counters a day, the sessions after that share one; and of
 * all sessions together no more than {@link #MOST} tries are looked at, one in a million of the 40 bits of a code. It takes
 * more than a dozen addresses that guess for all of its fourteen days to come so far; then the person asks for another code.
 */
@Component
public class CodeThrottle {

    /** Counters that one address may have for one code in a day. */
    static final int SESSIONS_OF_AN_ADDRESS = 50;

    /** Tries of unknown browsers at one code. */
    static final int MOST = 1_000_000;

    private static final Duration DAY = Duration.ofDays(1);

    private final SignInThrottle throttle;
    private final DeviceCookies devices;
    private final JdbcClient jdbc;
    private final Clock clock;

    CodeThrottle(SignInThrottle throttle, DeviceCookies devices, JdbcClient jdbc, Clock clock) {
        this.throttle = throttle;
        this.devices = devices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a try before it is looked at, in a transaction of its own.
     *
     * @param secret what is guessed at, such as the hash of the code: another code begins anew
     * @throws Refusal where this session, or this browser, has to wait
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ask(CurrentUser user, String secret, HttpServletRequest request) {
        String subject = "code-" + DeviceCookies.subject(secret);
        String device = devices.device(request, DeviceCookies.subject(user.username()));
        if (!SignInThrottle.UNKNOWN.equals(device)) {
            throttle.ask(subject, device).ifPresent(CodeThrottle::refuse);
            return;
        }
        String address = ClientAddress.key(request.getRemoteAddr());
        if (tries(subject) >= MOST) {
            throw Refusal.because("account.code.strangers-out");
        }
        throttle.ask(subject, counter(subject, address), address).ifPresent(CodeThrottle::refuse);
    }

    private static void refuse(Duration wait) {
        throw Refusal.because(
                "account.code.wait", Math.max(1, wait.plusSeconds(59).toMinutes()));
    }

    private long tries(String subject) {
        return jdbc.sql("SELECT coalesce(sum(attempts), 0) FROM sign_in_throttle WHERE subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    /** The session's own counter; that of the address where it has enough others already. One after the other. */
    private String counter(String subject, String address) {
        String own = SessionMark.current().map(mark -> "session-" + mark.id()).orElse("");
        String shared = "address-" + address;
        if (own.isEmpty()) {
            return shared;
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:subject || :address, 0))")
                .param("subject", subject)
                .param("address", address)
                .query((row, i) -> true)
                .single();
        Instant yesterday = clock.instant().minus(DAY);
        boolean room = jdbc.sql("SELECT count(*) FILTER (WHERE touched_at > :yesterday AND device <> :shared) < :most"
                        + " OR coalesce(bool_or(device = :own), false)"
                        + " FROM sign_in_throttle WHERE subject = :subject AND address = :address")
                .param("yesterday", Timestamp.from(yesterday))
                .param("shared", shared)
                .param("most", SESSIONS_OF_AN_ADDRESS)
                .param("own", own)
                .param("subject", subject)
                .param("address", address)
                .query(Boolean.class)
                .single();
        return room ? own : shared;
    }
}
