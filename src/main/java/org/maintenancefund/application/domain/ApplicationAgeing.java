package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What time does to applications and drafts. Row locks keep two instances from doing the same thing twice. */
@Component
@RequiredArgsConstructor
public class ApplicationAgeing {

    /** So many in one transaction: a bounded number of rows is locked at a time, and all have their turn. */
    private static final int BATCH = 200;

    private final ApplicationRepository applications;
    private final AuditTrail audit;
    private final ApplicationLimits limits;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    /**
     * Returned applications that were not mended by the end of the day that people were told become 已失效: all of them, batch by
     * batch.
     */
    public int lapseUntouched() {
        LocalDate today = LocalDate.now(clock);
        List<ApplicationNumber> numbers = applications.findReturnedToBeMendedBefore(today);
        int lapsed = 0;
        for (int from = 0; from < numbers.size(); from += BATCH) {
            List<ApplicationNumber> batch = numbers.subList(from, Math.min(from + BATCH, numbers.size()));
            Integer done = transactions.execute(status -> lapse(batch, today));
            lapsed += done == null ? 0 : done;
        }
        return lapsed;
    }

    /** Locks them in the order of the numbers, as a closing does: neither waits for a row of the other while it holds one. */
    private int lapse(List<ApplicationNumber> batch, LocalDate today) {
        return batch.stream()
                .sorted(Comparator.comparing(ApplicationNumber::value))
                .mapToInt(number -> applications
                        .lock(number)
                        .map(application -> lapse(application, today))
                        .orElse(0))
                .sum();
    }

    private int lapse(Application application, LocalDate today) {
        // Somebody may have touched it since the list was made.
        if (!ReviewAction.LAPSE.isPossibleIn(application.status())
                || application.reviseBy() == null
                || !application.reviseBy().isBefore(today)) {
            return 0;
        }
        application.lapse(clock.instant());
        applications.saveAndFlush(application);
        audit.record(AuditEvent.of("APPLICATION_LAPSE")
                .on(
                        "application",
                        application.number().value(),
                        application.summary().title()));
        return 1;
    }

    /** Refused, withdrawn and lapsed applications leave after their retention (default two years). */
    @Transactional
    public int deleteExpired() {
        int deleted = jdbc.sql(
                        "WITH gone AS (DELETE FROM application WHERE status IN ('REFUSED', 'WITHDRAWN', 'LAPSED')"
                                + " AND closed_at < :before RETURNING number),"
                                + " calls AS (DELETE FROM phone_call USING gone WHERE phone_call.number = gone.number)"
                                + " SELECT count(*) FROM gone")
                .param("before", Timestamp.from(ago(limits.retention())))
                .query(Integer.class)
                .single();
        if (deleted > 0) {
            audit.record(AuditEvent.of("APPLICATION_RETENTION").change("deleted", "", Integer.toString(deleted)));
        }
        return deleted;
    }

    /** Drafts and receipt links that are too old, and 回执码 that are not shown any more. */
    @Transactional
    public void sweepDrafts() {
        jdbc.sql(
                        "UPDATE application_draft SET receipt_code = NULL WHERE receipt_code IS NOT NULL AND changed_at < :shown")
                .param("shown", Timestamp.from(clock.instant().minus(limits.codeShown())))
                .update();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("DELETE FROM application_draft WHERE expires_at < :now")
                .param("now", now)
                .update();
        jdbc.sql("DELETE FROM application_receipt WHERE expires_at < :now")
                .param("now", now)
                .update();
    }

    private Instant ago(Period period) {
        return clock.instant().atZone(clock.getZone()).minus(period).toInstant();
    }
}
