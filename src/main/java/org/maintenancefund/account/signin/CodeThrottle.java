package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses a 激活码 or 当前密码, and nobody else. Anybody can begin a session with the initial password, so that
 * each session has a counter of its own, and a browser that signed in to the account before has one whatever the session.
 *
 * <p>That guessing stays hopeless: a network gets so many sessions' counters a day, many more sessions have a few tries each,
 * and the sessions after those share one counter. Of all together no more than {@link #MOST} tries are looked at, one in a
 * million of the 40 bits of a code, whoever takes part. Whoever commands some hundreds of networks at once, or a dozen for all
 * of the code's fourteen days, comes so far and shuts the person out; then the person asks for another code.
 */
@Component
public class CodeThrottle {

    /** Counters that one network may have for one code in a day. */
    static final int SESSIONS_OF_A_NETWORK = 50;

    /** Sessions of a network beyond those that may try a few times, so that strangers in an office don't shut out a colleague. */
    static final int BRIEF_SESSIONS_OF_A_NETWORK = 500;

    static final int BRIEF_TRIES = 2;

    /** Tries of unknown browsers at one code. */
    static final int MOST = 1_000_000;

    private static final Duration DAY = Duration.ofDays(1);

    private final SignInThrottle throttle;
    private final DeviceCookies devices;
    private final AdvisoryLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    CodeThrottle(SignInThrottle throttle, DeviceCookies devices, AdvisoryLocks locks, JdbcClient jdbc, Clock clock) {
        this.throttle = throttle;
        this.devices = devices;
        this.locks = locks;
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
        String address = ClientAddress.network(request.getRemoteAddr());
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

    /** The session's own counter; that of the network where it has enough others already. One after the other. */
    private String counter(String subject, String address) {
        String shared = "address-" + address;
        UUID session = SessionMark.current().map(SessionMark::id).orElse(null);
        if (session == null) {
            return shared;
        }
        locks.lock(Purpose.CODE_COUNTERS, subject + address);
        Instant yesterday = clock.instant().minus(DAY);
        return jdbc.sql("SELECT CASE WHEN bool_or(device = :own)"
                        + " OR count(*) FILTER (WHERE touched_at > :yesterday AND device LIKE 'session-%') < :most THEN :own"
                        + " WHEN max(attempts) FILTER (WHERE device = :brief) < :briefTries"
                        + " OR count(*) FILTER (WHERE device = :brief) = 0"
                        + " AND count(*) FILTER (WHERE touched_at > :yesterday AND device LIKE 'brief-%') < :mostBrief"
                        + " THEN :brief ELSE :shared END"
                        + " FROM sign_in_throttle WHERE subject = :subject AND address = :address")
                .param("yesterday", Timestamp.from(yesterday))
                .param("own", "session-" + session)
                .param("most", SESSIONS_OF_A_NETWORK)
                .param("brief", "brief-" + session)
                .param("briefTries", BRIEF_TRIES)
                .param("mostBrief", BRIEF_SESSIONS_OF_A_NETWORK)
                .param("shared", shared)
                .param("subject", subject)
                .param("address", address)
                .query(String.class)
                .single();
    }
}
