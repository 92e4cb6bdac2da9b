package org.maintenancefund.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewStatus;
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

    private final ApplicationRepository applications;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Pending(ApplicationNumber number, LocalDate submitted, int workingDays, LocalDate due) {

        boolean movesWith(WorkingDayCalendar calendar) {
            return !calendar.due(submitted, workingDays).equals(due);
        }
    }

    @Override
    public int moving(WorkingDayCalendar calendar) {
        return moved(calendar).size();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int move(WorkingDayCalendar calendar) {
        return moved(calendar).stream()
                .mapToInt(number -> applications
                        .lock(number)
                        .map(application -> move(application, calendar))
                        .orElse(0))
                .sum();
    }

    private int move(Application application, WorkingDayCalendar calendar) {
        LocalDate before = application.dueOn();
        // Somebody may have decided it since the list was made.
        if (application.status() != ReviewStatus.PENDING) {
            return 0;
        }
        application.moveDueDate(calendar, clock.getZone());
        applications.saveAndFlush(application);
        audit.record(AuditEvent.of("APPLICATION_DUE_MOVED")
                .on(
                        "application",
                        application.number().value(),
                        application.summary().title())
                .change("dueOn", before, application.dueOn()));
        return 1;
    }

    /** In the order of their numbers, in which their rows are locked. */
    private List<ApplicationNumber> moved(WorkingDayCalendar calendar) {
        return jdbc
                .sql("SELECT number, submitted_at, working_days, due_on FROM application WHERE status = 'PENDING'"
                        + " ORDER BY number")
                .query((row, i) -> pending(row))
                .list()
                .stream()
                .filter(pending -> pending.movesWith(calendar))
                .map(Pending::number)
                .toList();
    }

    private Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                new ApplicationNumber(row.getString("number")),
                LocalDate.ofInstant(row.getTimestamp("submitted_at").toInstant(), clock.getZone()),
                row.getInt("working_days"),
                row.getObject("due_on", LocalDate.class));
    }
}
