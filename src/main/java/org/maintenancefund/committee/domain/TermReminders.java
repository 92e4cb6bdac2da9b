package org.maintenancefund.committee.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.TermReminder;
import org.maintenancefund.committee.TermReminder.Occasion;
import org.maintenancefund.kernel.MobileNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says each morning of whom people are to be reminded: 90, 30 and 0 days before a term ends, and each year of a preparatory
 * group. A morning that was missed is made up for within a month.
 */
@Component
@RequiredArgsConstructor
public class TermReminders {

    private static final Logger LOG = LoggerFactory.getLogger(TermReminders.class);

    /** So long after its day a reminder is still given. */
    private static final int LATE_DAYS = 30;

    private static final String SELECT = "SELECT id, name, district_id, contact_name, contact_mobile, term_end,"
            + " registered_at FROM committee WHERE status <> 'DISSOLVED' AND ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Each in a transaction of its own: where one can't be told, the others are. Answers how many. */
    public int remind() {
        LocalDate today = LocalDate.now(clock);
        List<TermReminder> due =
                Stream.concat(ending(today).stream(), groups(today).stream()).toList();
        for (TermReminder reminder : due) {
            try {
                transaction.executeWithoutResult(status -> events.publishEvent(reminder));
            } catch (RuntimeException failed) {
                // Its class alone: what the database says may repeat whom the message goes to.
                LOG.error(
                        "Nobody could be reminded of committee {}: {}",
                        reminder.committee(),
                        failed.getClass().getName());
            }
        }
        return due.size();
    }

    private List<TermReminder> ending(LocalDate today) {
        return jdbc.sql(SELECT + "term_end BETWEEN :first AND :soon ORDER BY id")
                .param("first", today.minusDays(LATE_DAYS))
                .param("soon", TermWatch.soon(today))
                .query((row, i) -> ending(row, today))
                .list();
    }

    private static TermReminder ending(ResultSet row, LocalDate today) throws SQLException {
        LocalDate end = row.getObject("term_end", LocalDate.class);
        return !end.isAfter(today)
                ? reminder(row, Occasion.TERM_ENDED, 0, end)
                : reminder(
                        row,
                        Occasion.TERM_ENDING,
                        end.isAfter(today.plusDays(TermWatch.URGENT_DAYS))
                                ? TermWatch.SOON_DAYS
                                : TermWatch.URGENT_DAYS,
                        end);
    }

    /** Those whose day of the year was within the last month. */
    private List<TermReminder> groups(LocalDate today) {
        return jdbc
                .sql(SELECT + "attribute = 'PREPARATORY' AND registered_at < :yearAgo ORDER BY id")
                .param(
                        "yearAgo",
                        TermWatch.yearAgo(today).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, i) -> group(row, today))
                .list()
                .stream()
                .filter(group -> !group.day().isBefore(today.minusDays(LATE_DAYS)))
                .toList();
    }

    private TermReminder group(ResultSet row, LocalDate today) throws SQLException {
        LocalDate registered =
                LocalDate.ofInstant(row.getTimestamp("registered_at").toInstant(), clock.getZone());
        int years = Period.between(registered, today).getYears();
        return reminder(row, Occasion.PREPARATORY_YEAR, years, registered.plusYears(years));
    }

    private static TermReminder reminder(ResultSet row, Occasion occasion, int days, LocalDate day)
            throws SQLException {
        return new TermReminder(
                new CommitteeId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new DistrictId(row.getObject("district_id", UUID.class)),
                row.getString("contact_name"),
                new MobileNumber(row.getString("contact_mobile")),
                occasion,
                days,
                day);
    }
}
