package org.maintenancefund.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.RecordTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 结转: the differences of a month or before it that are not settled, and why it is closed in spite of each. */
@Component
@RequiredArgsConstructor
public class CarriedDifferences {

    /** So many are told at once; with more of them nobody closes a month. */
    public static final int MOST = RecordTable.MOST;

    private static final String OPEN = " FROM open_difference d LEFT JOIN carried_difference c"
            + " ON c.month = :month AND c.number = d.number WHERE d.day <= :last";

    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A difference of the month or before it.
     *
     * @param reason why it is carried over; empty where it isn't
     */
    public record Open(
            DifferenceNumber number,
            DifferenceKind kind,
            String subject,
            @Nullable Money amount,
            LocalDate dueOn,
            String reason) {}

    /**
     * The differences of a month.
     *
     * @param shown   those that stand against the closing first, then those that are carried over
     * @param against how many stand against it, also where not all are shown
     */
    public record OfMonth(List<Open> shown, long against) {}

    /** Those of a month, by one statement. */
    public OfMonth of(YearMonth month) {
        AtomicLong against = new AtomicLong();
        List<Open> shown = jdbc.sql(
                        "SELECT d.number, d.kind, d.subject, d.amount, d.due_on, coalesce(c.reason, '') AS reason,"
                                + " count(*) FILTER (WHERE c.number IS NULL) OVER () AS against" + OPEN
                                + " ORDER BY c.number IS NOT NULL, d.due_on, d.number LIMIT " + MOST)
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query((row, i) -> {
                    against.set(row.getLong("against"));
                    return open(row);
                })
                .list();
        return new OfMonth(shown, against.get());
    }

    private static Open open(ResultSet row) throws SQLException {
        Long amount = row.getObject("amount", Long.class);
        return new Open(
                new DifferenceNumber(row.getString("number")),
                DifferenceKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                amount == null ? null : new Money(amount),
                row.getObject("due_on", LocalDate.class),
                row.getString("reason"));
    }

    /** How many stand against the closing of the month. */
    long against(YearMonth month) {
        return jdbc.sql("SELECT count(*)" + OPEN + " AND c.number IS NULL")
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Long.class)
                .single();
    }

    /** Carries them over with these reasons; one that is settled meanwhile needs none and is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    void carry(YearMonth month, Map<DifferenceNumber, String> reasons, CurrentUser by) {
        reasons.forEach((number, reason) -> {
            int carried = jdbc.sql(
                            "INSERT INTO carried_difference (month, number, reason, carried_at, carried_by, carried_by_name)"
                                    + " SELECT :month, d.number, :reason, :now, :by, :name FROM open_difference d"
                                    + " WHERE d.number = :number AND d.day <= :last"
                                    + " ON CONFLICT ON CONSTRAINT pk_carried_difference DO UPDATE SET reason = excluded.reason,"
                                    + " carried_at = excluded.carried_at, carried_by = excluded.carried_by,"
                                    + " carried_by_name = excluded.carried_by_name WHERE carried_difference.reason <> excluded.reason")
                    .param("month", month.atDay(1))
                    .param("last", month.atEndOfMonth())
                    .param("number", number.value())
                    .param("reason", reason)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by.operatorId().value())
                    .param("name", by.personName())
                    .update();
            if (carried > 0) {
                trail.record(AuditEvent.of("DIFFERENCE_CARRIED")
                        .on("difference", number, month.toString())
                        .change("reason", null, reason));
            }
        });
    }
}
