package org.maintenancefund.application.domain;

import java.util.Optional;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final Throttle throttle;

    ReceiptCodes(PasswordEncoder encoder, JdbcClient jdbc, Throttle throttle) {
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.throttle = throttle;
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
        if (!exists(number)) {
            return Optional.empty();
        }
        throttle.ask(Purpose.RECEIPT_CODE, number.value(), counter).ifPresent(wait -> {
            throw Refusal.because("application.code.wait", Throttle.minutes(wait));
        });
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
        throttle.forget(Purpose.RECEIPT_CODE, number.value(), counter);
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
        throttle.lift(Purpose.RECEIPT_CODE, number.value());
        jdbc.sql("UPDATE application_draft SET receipt_code = NULL WHERE submitted_number = :number")
                .param("number", number.value())
                .update();
        jdbc.sql(
                        "DELETE FROM application_draft WHERE number = :number AND owner LIKE 'cookie:%' AND submitted_number IS NULL")
                .param("number", number.value())
                .update();
    }

    private boolean exists(ApplicationNumber number) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM application WHERE number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }
}
