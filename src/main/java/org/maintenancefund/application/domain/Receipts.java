package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receipts: read by an unguessable link; the 回执码 once, and only in the browser that submitted. */
@Component
public class Receipts {

    private final ApplicationRepository applications;
    private final ApplicationViews views;
    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(ApplicationRepository applications, ApplicationViews views, JdbcClient jdbc, Clock clock) {
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
                application.district(),
                owner == null ? Optional.empty() : takeCode(token, owner));
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
