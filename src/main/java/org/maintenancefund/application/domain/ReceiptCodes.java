package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks 回执码. Wrong ones slow down who guesses, from one minute doubling to fifteen minutes, and nobody else: each address,
 * and the browser that submitted, has a counter of its own. Of all of them together no more than {@link #MOST} tries are looked
 * at, one in a million of the 40 bits of a code; then the district issues another one. A try is counted before it is looked at,
 * and hashing holds neither lock nor connection.
 */
@Component
public class ReceiptCodes {

    /** Tries at one code, whoever makes them. */
    static final int MOST = 1_000_000;

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

    /**
     * The hash that the code matches; empty where it matches none. Refuses while one has to wait.
     *
     * @param counter whose tries are counted together
     */
    public Optional<String> opens(ApplicationNumber number, OneTimeCode code, String counter) {
        if (!countTry(number, counter)) {
            return Optional.empty();
        }
        Optional<String> hash = jdbc.sql(
                        "UPDATE application SET code_tries = code_tries + 1"
                                + " WHERE number = :number AND code_tries < :most AND code_hash IS NOT NULL RETURNING code_hash")
                .param("number", number.value())
                .param("most", MOST)
                .query(String.class)
                .optional();
        if (hash.isEmpty()) {
            throw Refusal.because("application.code.spent");
        }
        if (!encoder.matches(code.value(), hash.get())) {
            return Optional.empty();
        }
        jdbc.sql("DELETE FROM application_code_try WHERE number = :number AND counter = :counter")
                .param("number", number.value())
                .param("counter", counter)
                .update();
        return hash;
    }

    /**
     * Another code begins anew, under the application's row lock: what browsers opened with the old one ends, and it is
     * forgotten where no receipt has shown it yet.
     */
    public void replace(ApplicationNumber number) {
        jdbc.sql("UPDATE application SET code_tries = 0 WHERE number = :number")
                .param("number", number.value())
                .update();
        jdbc.sql("DELETE FROM application_code_try WHERE number = :number")
                .param("number", number.value())
                .update();
        jdbc.sql("UPDATE application_draft SET receipt_code = NULL WHERE submitted_number = :number")
                .param("number", number.value())
                .update();
        jdbc.sql(
                        "DELETE FROM application_draft WHERE number = :number AND owner LIKE 'cookie:%' AND submitted_number IS NULL")
                .param("number", number.value())
                .update();
    }

    /** False where there is no such application. One statement, so that no two tries count as one. */
    private boolean countTry(ApplicationNumber number, String counter) {
        Instant now = clock.instant();
        boolean counted = jdbc.sql("INSERT INTO application_code_try AS t (number, counter, tries, tried_at)"
                        + " SELECT number, :counter, 1, :now FROM application WHERE number = :number"
                        + " ON CONFLICT (number, counter) DO UPDATE SET tries = t.tries + 1, tried_at = :now,"
                        + " blocked_until = CASE WHEN t.tries + 1 >= :free THEN cast(:now AS timestamptz) + least(:longest,"
                        + " 60 * 2 ^ least(t.tries + 1 - :free, 10)) * interval '1 second' END"
                        + " WHERE t.blocked_until IS NULL OR t.blocked_until <= :now RETURNING 1")
                .param("number", number.value())
                .param("counter", counter)
                .param("now", Timestamp.from(now))
                .param("free", FREE_TRIES)
                .param("longest", LONGEST_WAIT.toSeconds())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!counted) {
            refuseWhileBlocked(number, counter, now);
        }
        return counted;
    }

    private void refuseWhileBlocked(ApplicationNumber number, String counter, Instant now) {
        jdbc.sql("SELECT blocked_until FROM application_code_try WHERE number = :number AND counter = :counter")
                .param("number", number.value())
                .param("counter", counter)
                .query(Timestamp.class)
                .optional()
                .ifPresent(until -> {
                    long minutes = Math.max(
                            1,
                            Duration.between(now, until.toInstant())
                                    .plusSeconds(59)
                                    .toMinutes());
                    throw Refusal.because("application.code.wait", minutes);
                });
    }
}
