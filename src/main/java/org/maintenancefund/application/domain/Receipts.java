package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Submission;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Sha256;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of drafts that were submitted. A receipt is read by an unguessable link; the 回执码 only in the browser that
 * submitted, until 我已记下 is pressed there or an hour has passed.
 *
 * <p>Wrong 回执码 slow down who guesses, from one minute doubling to fifteen minutes, and nobody else: each address, and the
 * browser that submitted, has a counter of its own. Of all of them together no more than {@link #MOST} tries are looked at, one
 * in a million of the 40 bits of a code; then the district issues another one. A try is counted before it is looked at, and
 * hashing holds neither lock nor connection.
 */
@Component
@RequiredArgsConstructor
public class Receipts {

    /** Tries at one code, whoever makes them. */
    static final int MOST = 1_000_000;

    private final ApplicationRepository applications;
    private final FiledApplications filed;
    private final ApplicationViews views;
    private final ApplicationLimits limits;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final Clock clock;

    /**
     * What the page of a receipt shows.
     *
     * @param code the 回执码; empty once it was noted or after the hour, elsewhere, and for people signed in
     */
    public record Receipt(ApplicationView application, Optional<OneTimeCode> code) {}

    /** The receipt behind a link; {@link NotFound} where the link is wrong or too old. */
    @Transactional
    public Receipt show(String token, @Nullable DraftOwner owner) {
        ApplicationNumber number = jdbc.sql(
                        "SELECT number FROM application_receipt WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", Sha256.hex(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(ApplicationNumber::new)
                .orElseThrow(() -> new NotFound("receipt"));
        return new Receipt(
                views.forApplicant(filed.get(number)), owner == null ? Optional.empty() : code(token, owner));
    }

    /**
     * A draft as the database keeps it.
     *
     * @param revisedRound the round that it revises; 0 for a new application
     */
    public record Kept(int revisedRound, Optional<Submission> submission) {}

    public Kept kept(Draft<?> draft) {
        return kept(draft, "");
    }

    /** The same, locked, so that a double click goes one after the other. */
    public Kept lock(Draft<?> draft) {
        return kept(draft, " FOR UPDATE");
    }

    private Kept kept(Draft<?> draft, String lock) {
        return jdbc.sql(
                        "SELECT coalesce(round, 0), submitted_number, receipt_token FROM application_draft WHERE id = :id"
                                + " AND owner = :owner AND coalesce(number, '') = :number" + lock)
                .param("id", draft.key())
                .param("owner", draft.owner().key())
                .param("number", draft.revises().map(ApplicationNumber::value).orElse(""))
                .query((found, i) -> new Kept(
                        found.getInt(1),
                        found.getString(2) == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Submission(new ApplicationNumber(found.getString(2)), found.getString(3)))))
                .optional()
                .orElseThrow(() -> new NotFound("draft " + draft.key()));
    }

    /** Ends the draft, and answers the unguessable part of the receipt's address. */
    public String give(Draft<?> draft, ApplicationNumber number, @Nullable OneTimeCode code, Instant now) {
        String token = Ids.secret();
        Instant expires =
                now.atZone(clock.getZone()).plus(limits.receiptLifetime()).toInstant();
        jdbc.sql("INSERT INTO application_receipt (token_hash, number, expires_at) VALUES (:hash, :number, :expires)")
                .param("hash", Sha256.hex(token))
                .param("number", number.value())
                .param("expires", Timestamp.from(expires))
                .update();
        jdbc.sql(
                        "UPDATE application_draft SET submitted_number = :number, receipt_token = :token, receipt_code = :code,"
                                + " changed_at = :now WHERE id = :id")
                .param("number", number.value())
                .param("token", token)
                .param("code", code == null ? null : code.value())
                .param("now", Timestamp.from(now))
                .param("id", draft.key())
                .update();
        return token;
    }

    /** What came of a draft that was submitted: where its form lands when it is sent again. */
    @Transactional(readOnly = true)
    public Optional<Submission> submission(DraftOwner owner, @Nullable String key) {
        return Draft.readKey(key)
                .flatMap(read -> jdbc.sql(
                                "SELECT submitted_number, receipt_token FROM application_draft WHERE owner = :owner AND id = :key"
                                        + " AND submitted_number IS NOT NULL AND expires_at > :now")
                        .param("owner", owner.key())
                        .param("key", read)
                        .param("now", Timestamp.from(clock.instant()))
                        .query((row, i) -> new Submission(new ApplicationNumber(row.getString(1)), row.getString(2)))
                        .optional());
    }

    /** Whether that application was submitted, in any round, from one of the owner's drafts that are still kept. */
    @Transactional(readOnly = true)
    public boolean submittedFrom(DraftOwner owner, ApplicationNumber number) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM application_draft WHERE owner = :owner AND submitted_number = :number)")
                .param("owner", owner.key())
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    private Optional<OneTimeCode> code(String token, DraftOwner owner) {
        return jdbc.sql("SELECT receipt_code FROM application_draft WHERE receipt_token = :token AND owner = :owner"
                        + " AND receipt_code IS NOT NULL AND changed_at > :since")
                .param("token", token)
                .param("owner", owner.key())
                .param("since", Timestamp.from(clock.instant().minus(limits.codeShown())))
                .query(String.class)
                .optional()
                .map(OneTimeCode::new);
    }

    /** 我已记下: from now on nobody is shown the code, this browser neither. */
    @Transactional
    public void noted(String token, DraftOwner owner) {
        jdbc.sql("UPDATE application_draft SET receipt_code = NULL WHERE receipt_token = :token AND owner = :owner")
                .param("token", token)
                .param("owner", owner.key())
                .update();
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
        if (!applications.existsById(number)) {
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
    public void endCode(ApplicationNumber number) {
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
}
