package org.maintenancefund.difference.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.difference.DifferenceLimits;
import org.maintenancefund.difference.DifferenceSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks a source what does not agree, however much that is by two statements: what stands for too long is raised, what it tells no
 * longer is settled. What a person took for settled and still stands is raised anew.
 */
@Component
@RequiredArgsConstructor
class DifferenceSweep {

    private static final String RAISE = """
            WITH raised AS (
                INSERT INTO difference (kind, reference, subject, account_id, area_id, company_id, district_id, amount, day, text,
                        link, owner, due_on, state, raised_at)
                SELECT :kind, s.reference, s.subject, s.account_id, s.area_id, s.company_id, s.district_id, s.amount, s.day, '',
                        s.link, CASE WHEN s.district_id IS NULL THEN 'MUNICIPAL' ELSE :owner END, :due, 'OPEN', :now
                  FROM (%s) s
                 WHERE NOT EXISTS (SELECT FROM difference d
                        WHERE d.kind = :kind AND d.reference = s.reference AND d.state <> 'SETTLED')
                 ORDER BY s.day, s.reference
                ON CONFLICT (kind, reference) WHERE state <> 'SETTLED' DO NOTHING
                RETURNING number)
            INSERT INTO difference_remark (id, number, action, text, at)
            SELECT gen_random_uuid(), number, 'RAISED', '', :now FROM raised
            """;

    private static final String SETTLE = """
            WITH settled AS (
                UPDATE difference d SET state = 'SETTLED', settled_at = :now, version = version + 1
                 WHERE d.kind = :kind AND d.state <> 'SETTLED' AND d.raised_by IS NULL
                   AND NOT EXISTS (SELECT FROM (%s) s WHERE s.reference = d.reference)
                RETURNING number)
            INSERT INTO difference_remark (id, number, action, text, at)
            SELECT gen_random_uuid(), number, 'SETTLED', '', :now FROM settled
            """;

    private final DifferenceLimits limits;
    private final WorkingDays workingDays;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** In a transaction of its own: what one source can't tell keeps no other from being asked. */
    @Transactional
    public void ask(DifferenceSource source) {
        LocalDate today = LocalDate.now(clock);
        int settled = told(SETTLE, source, today).update();
        int raised = told(RAISE, source, today.minusDays(source.patience()))
                .param("owner", source.kind().usualOwner().name())
                .param("due", workingDays.due(clock.instant(), limits.dueDays()))
                .update();
        if (raised + settled > 0) {
            trail.record(AuditEvent.of("DIFFERENCES_COMPARED")
                    .on("difference", source.kind(), source.kind().label())
                    .change("differencesRaised", null, raised)
                    .change("differencesSettled", null, settled));
        }
    }

    private JdbcClient.StatementSpec told(String statement, DifferenceSource source, LocalDate until) {
        Instant now = clock.instant();
        return jdbc.sql(statement.formatted(source.sql()))
                .param("kind", source.kind().name())
                .param("until", until)
                .param("now", Timestamp.from(now));
    }
}
