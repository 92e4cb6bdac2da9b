package org.maintenancefund.difference;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.difference.register.RemarkAction;
import org.maintenancefund.difference.register.Remarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises differences and settles them, in the transaction of whoever finds that something doesn't agree, or does again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class Differences {

    private final WorkingDays workingDays;
    private final Remarks remarks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The system raises it; what is open already of that kind and reference stays the one there is. */
    public DifferenceNumber raise(NewDifference told) {
        return raise(told, null);
    }

    /** The same by a person. */
    public DifferenceNumber raise(NewDifference told, @Nullable CurrentUser by) {
        return insert(told, by)
                .orElseGet(() -> find(told.kind(), told.reference())
                        // Settled by somebody at this very moment.
                        .or(() -> insert(told, by))
                        .orElseThrow());
    }

    /**
     * What raised it is over: the money arrived, the amount agrees.
     *
     * @param text why; the trail and the record tell it
     * @return false where nothing of that kind and reference is open
     */
    public boolean settle(DifferenceKind kind, String reference, String text) {
        Instant now = clock.instant();
        List<DifferenceNumber> settled = jdbc.sql("UPDATE difference SET state = 'SETTLED', settled_at = :now,"
                        + " version = version + 1 WHERE kind = :kind AND reference = :reference AND state <> 'SETTLED'"
                        + " RETURNING number")
                .param("now", Timestamp.from(now))
                .param("kind", kind.name())
                .param("reference", reference)
                .query((row, i) -> new DifferenceNumber(row.getString(1)))
                .list();
        settled.forEach(number -> {
            remarks.add(number, RemarkAction.SETTLED, text, null, now);
            trail.record(AuditEvent.of("DIFFERENCE_SETTLED")
                    .on("difference", number, reference)
                    .change("reason", null, text));
        });
        return !settled.isEmpty();
    }

    private Optional<DifferenceNumber> find(DifferenceKind kind, String reference) {
        return jdbc.sql(
                        "SELECT number FROM difference WHERE kind = :kind AND reference = :reference AND state <> 'SETTLED'")
                .param("kind", kind.name())
                .param("reference", reference)
                .query((row, i) -> new DifferenceNumber(row.getString(1)))
                .optional();
    }

    private Optional<DifferenceNumber> insert(NewDifference told, @Nullable CurrentUser by) {
        Instant now = clock.instant();
        Optional<DifferenceNumber> number = jdbc.sql(
                        "INSERT INTO difference (kind, reference, subject, account_id, area_id,"
                                + " company_id, district_id, amount, day, text, link, owner, due_on, state, raised_at, raised_by,"
                                + " raised_by_name) VALUES (:kind, :reference, :subject, CAST(:account AS uuid), CAST(:area AS uuid),"
                                + " CAST(:company AS uuid), CAST(:district AS uuid), CAST(:amount AS bigint), :day, :text, :link, :owner,"
                                + " :due, 'OPEN', :now, CAST(:by AS uuid), CAST(:byName AS text))"
                                + " ON CONFLICT (kind, reference) WHERE state <> 'SETTLED' DO NOTHING RETURNING number")
                .param("kind", told.kind().name())
                .param("reference", told.reference())
                .param("subject", told.subject())
                .param("account", told.account() == null ? null : told.account().value())
                .param("area", told.area() == null ? null : told.area().value())
                .param("company", told.company())
                .param(
                        "district",
                        told.district() == null ? null : told.district().value())
                .param("amount", told.amount() == null ? null : told.amount().fen())
                .param("day", told.day())
                .param("text", told.text())
                .param("link", told.link())
                .param("owner", told.owner().name())
                .param("due", workingDays.due(now, told.dueDays()))
                .param("now", Timestamp.from(now))
                .param("by", by == null ? null : by.operatorId().value())
                .param("byName", by == null ? null : by.personName())
                .query((row, i) -> new DifferenceNumber(row.getString(1)))
                .optional();
        number.ifPresent(made -> {
            remarks.add(made, RemarkAction.RAISED, "", by, now);
            trail.record(AuditEvent.of("DIFFERENCE_RAISED")
                    .on("difference", made, told.subject())
                    .change("differenceKind", null, told.kind().label())
                    .change("differenceReference", null, told.reference())
                    .change("amount", null, told.amount()));
        });
        return number;
    }
}
