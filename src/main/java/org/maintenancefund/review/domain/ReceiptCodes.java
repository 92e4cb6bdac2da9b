package org.maintenancefund.review.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks 回执码. Wrong ones slow down, for each application from one minute doubling to fifteen minutes; they never make the
 * right one useless.
 */
@Component
class ReceiptCodes {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final JdbcClient jdbc;
    private final Clock clock;

    ReceiptCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String hash(OneTimeCode code) {
        return encoder.encode(code.value());
    }

    /** Whether the code opens the application. Refuses while one has to wait. In a transaction of its own: a miss counts. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean opens(ApplicationNumber number, OneTimeCode code) {
        record Lock(Optional<String> hash, int failures, Optional<Instant> blockedUntil) {}
        Instant now = clock.instant();
        Optional<Lock> found = jdbc.sql("SELECT code_hash, code_failures, code_blocked_until FROM application"
                        + " WHERE number = :number FOR UPDATE")
                .param("number", number.value())
                .query((row, i) -> new Lock(
                        Optional.ofNullable(row.getString(1)),
                        row.getInt(2),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        Lock lock = found.get();
        if (lock.blockedUntil().isPresent() && lock.blockedUntil().get().isAfter(now)) {
            long minutes = Math.max(
                    1,
                    Duration.between(now, lock.blockedUntil().get())
                            .plusSeconds(59)
                            .toMinutes());
            throw Refusal.because("review.code.wait", minutes);
        }
        boolean opens = lock.hash().isPresent()
                && encoder.matches(code.value(), lock.hash().get());
        int failures = opens ? 0 : lock.failures() + 1;
        jdbc.sql("UPDATE application SET code_failures = :failures, code_blocked_until = :until WHERE number = :number")
                .param("failures", failures)
                .param("until", failures < FREE_TRIES ? null : Timestamp.from(now.plus(waitAfter(failures))))
                .param("number", number.value())
                .update();
        return opens;
    }

    private static Duration waitAfter(int failures) {
        Duration wait = Duration.ofMinutes(1).multipliedBy(1L << Math.min(failures - FREE_TRIES, 4));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
