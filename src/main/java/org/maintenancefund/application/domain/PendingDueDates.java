package org.maintenancefund.application.domain;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.CalendarParticipant;
import org.maintenancefund.city.WorkingDayCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The due dates of what waits for a decision. With other holidays each is the day on which its own number of working days is
 * over, as that stood when it was submitted; what is decided keeps the day that it had.
 */
@Component
@RequiredArgsConstructor
class PendingDueDates implements CalendarParticipant {

    private static final String WAITING =
            "SELECT number, title, submitted_at, working_days, due_on FROM application WHERE status = 'PENDING'";

    private final EntityManager entities;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Pending(
            ApplicationNumber number, String title, LocalDate submitted, int workingDays, LocalDate due) {

        LocalDate dueWith(WorkingDayCalendar calendar) {
            return calendar.due(submitted, workingDays);
        }
    }

    @Override
    public int moving(WorkingDayCalendar calendar) {
        return moved(jdbc.sql(WAITING), calendar).size();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int move(WorkingDayCalendar calendar) {
        entities.flush();
        List<Pending> moved = lock(moved(jdbc.sql(WAITING), calendar), calendar);
        if (moved.isEmpty()) {
            return 0;
        }
        // The version stays: what a reviewer decides is the same whenever it is due.
        jdbc.sql("UPDATE application a SET due_on = n.due"
                        + " FROM unnest(cast(:numbers AS text[]), cast(cast(:days AS text[]) AS date[])) AS n (number, due)"
                        + " WHERE a.number = n.number")
                .param("numbers", numbers(moved))
                .param(
                        "days",
                        moved.stream()
                                .map(pending -> pending.dueWith(calendar).toString())
                                .toArray(String[]::new))
                .update();
        // What the transaction has read of them is read anew.
        entities.clear();
        moved.forEach(pending -> audit.record(AuditEvent.of("APPLICATION_DUE_MOVED")
                .on("application", pending.number().value(), pending.title())
                .change("dueOn", pending.due(), pending.dueWith(calendar))));
        return moved.size();
    }

    /** In the order of their numbers; without what somebody decided since the list was made. */
    private List<Pending> lock(List<Pending> listed, WorkingDayCalendar calendar) {
        return listed.isEmpty()
                ? List.of()
                : moved(
                        jdbc.sql(WAITING + " AND number = ANY (:numbers) ORDER BY number FOR NO KEY UPDATE")
                                .param("numbers", numbers(listed)),
                        calendar);
    }

    private static String[] numbers(List<Pending> pending) {
        return pending.stream().map(one -> one.number().value()).toArray(String[]::new);
    }

    private List<Pending> moved(JdbcClient.StatementSpec asked, WorkingDayCalendar calendar) {
        return asked.query((row, i) -> pending(row)).list().stream()
                .filter(pending -> !pending.dueWith(calendar).equals(pending.due()))
                .toList();
    }

    private Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                new ApplicationNumber(row.getString("number")),
                row.getString("title"),
                LocalDate.ofInstant(row.getTimestamp("submitted_at").toInstant(), clock.getZone()),
                row.getInt("working_days"),
                row.getObject("due_on", LocalDate.class));
    }
}
