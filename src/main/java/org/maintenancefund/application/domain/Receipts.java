package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationProperties;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Submission;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of drafts that were submitted. A receipt is read by an unguessable link; the 回执码 once, and only in the browser
 * that submitted.
 */
@Component
public class Receipts {

    private final ApplicationRepository applications;
    private final ApplicationViews views;
    private final ApplicationProperties limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(
            ApplicationRepository applications,
            ApplicationViews views,
            ApplicationProperties limits,
            JdbcClient jdbc,
            Clock clock) {
        this.limits = limits;
        this.applications = applications;
        this.views = views;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param application what was submitted
     * @param district    in charge
     * @param code        the 回执码, this once; empty later, elsewhere, and for people signed in
     */
    public record Receipt(
            ApplicationView application, org.maintenancefund.access.DistrictId district, Optional<OneTimeCode> code) {}

    /** The receipt behind a link; {@link NotFound} where the link is wrong or too old. */
    @Transactional
    public Receipt show(String token, @Nullable DraftOwner owner) {
        ApplicationNumber number = jdbc.sql(
                        "SELECT number FROM application_receipt WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", Secrets.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(ApplicationNumber::new)
                .orElseThrow(() -> new NotFound("receipt"));
        Application application =
                applications.findById(number).orElseThrow(() -> new NotFound("application " + number));
        return new Receipt(
                views.forApplicant(application),
                application.summary().district(),
                owner == null ? Optional.empty() : takeCode(token, owner));
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
        String token = Secrets.random();
        Instant expires =
                now.atZone(clock.getZone()).plus(limits.receiptLifetime()).toInstant();
        jdbc.sql("INSERT INTO application_receipt (token_hash, number, expires_at) VALUES (:hash, :number, :expires)")
                .param("hash", Secrets.hash(token))
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

    /** One statement, so that two tabs can't both be shown it; the draft forgets the code with it. */
    private Optional<OneTimeCode> takeCode(String token, DraftOwner owner) {
        return jdbc.sql("WITH shown AS (SELECT id, receipt_code FROM application_draft WHERE receipt_token = :token"
                        + " AND owner = :owner AND receipt_code IS NOT NULL FOR UPDATE)"
                        + " UPDATE application_draft d SET receipt_code = NULL FROM shown WHERE d.id = shown.id"
                        + " RETURNING shown.receipt_code")
                .param("token", token)
                .param("owner", owner.key())
                .query(String.class)
                .optional()
                .map(OneTimeCode::new);
    }
}
