package org.maintenancefund.review.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks 回执码. Wrong ones slow down, for each application from one minute doubling to fifteen minutes; they never make the
 * right one useless. A try is counted before it is looked at, by one statement, and hashing holds neither lock nor connection.
 */
@Component
public class ReceiptCodes {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final JdbcClient jdbc;
    private final Clock clock;

    ReceiptCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String hash(OneTimeCode code) {
        return encoder.encode(code.value());
    }

    /** The hash that the code matches; empty where it matches none. Refuses while one has to wait. */
    public Optional<String> opens(ApplicationNumber number, OneTimeCode code) {
        String hash = countTry(number);
        if (hash == null || !encoder.matches(code.value(), hash)) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE application SET code_failures = 0, code_blocked_until = NULL WHERE number = :number")
                .param("number", number.value())
                .update();
        return Optional.of(hash);
    }

    private @Nullable String countTry(ApplicationNumber number) {
        record Counted(@Nullable String hash, int failures) {}
        Instant now = clock.instant();
        Optional<Counted> counted = jdbc.sql("UPDATE application SET code_failures = least(code_failures + 1, 1000)"
                        + " WHERE number = :number AND (code_blocked_until IS NULL OR code_blocked_until <= :now)"
                        + " RETURNING code_hash, code_failures")
                .param("number", number.value())
                .param("now", Timestamp.from(now))
                .query((row, i) -> new Counted(row.getString(1), row.getInt(2)))
                .optional();
        if (counted.isEmpty()) {
            refuseWhileBlocked(number, now);
            return null;
        }
        int failures = counted.get().failures();
        if (failures >= FREE_TRIES) {
            jdbc.sql(
                            "UPDATE application SET code_blocked_until = :until WHERE number = :number AND code_failures = :failures")
                    .param("until", Timestamp.from(now.plus(waitAfter(failures))))
                    .param("number", number.value())
                    .param("failures", failures)
                    .update();
        }
        return counted.get().hash();
    }

    private void refuseWhileBlocked(ApplicationNumber number, Instant now) {
        jdbc.sql("SELECT code_blocked_until FROM application WHERE number = :number AND code_blocked_until > :now")
                .param("number", number.value())
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .ifPresent(until -> {
                    long minutes = Math.max(
                            1,
                            Duration.between(now, until.toInstant())
                                    .plusSeconds(59)
                                    .toMinutes());
                    throw Refusal.because("review.code.wait", minutes);
                });
    }

    private static Duration waitAfter(int failures) {
        Duration wait = Duration.ofMinutes(1).multipliedBy(1L << Math.min(failures - FREE_TRIES, 4));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
