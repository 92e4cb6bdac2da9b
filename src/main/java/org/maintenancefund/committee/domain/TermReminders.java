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
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationMessage.Occasion;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.organisation.Reminders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds committees and their districts each morning of terms that end, and each year of preparatory groups. */
@Component
@RequiredArgsConstructor
public class TermReminders {

    private static final String SELECT =
            "SELECT id, name, district_id, term_end, registered_at FROM committee WHERE status <> 'DISSOLVED' AND ";

    private final JdbcClient jdbc;
    private final Reminders reminders;
    private final Clock clock;

    /** Answers of how many somebody is reminded. */
    public int remind() {
        LocalDate today = LocalDate.now(clock);
        return reminders.send(
                Stream.concat(ending(today).stream(), groups(today).stream()).toList());
    }

    private List<OrganisationMessage> ending(LocalDate today) {
        return jdbc.sql(SELECT + "term_end BETWEEN :first AND :last ORDER BY id")
                .param("first", ReminderDay.firstEnd(today))
                .param("last", ReminderDay.lastEnd(today))
                .query((row, i) -> ending(row, today))
                .list();
    }

    private static OrganisationMessage ending(ResultSet row, LocalDate today) throws SQLException {
        LocalDate end = row.getObject("term_end", LocalDate.class);
        ReminderDay due = ReminderDay.of(end, today);
        return reminder(row, due == ReminderDay.END ? Occasion.TERM_ENDED : Occasion.TERM_ENDING, due.days(), end);
    }

    /** Those whose day of the year was within the last month. */
    private List<OrganisationMessage> groups(LocalDate today) {
        return jdbc
                .sql(SELECT + "attribute = 'PREPARATORY' AND registered_at < :yearAgo ORDER BY id")
                .param(
                        "yearAgo",
                        TermWatch.yearAgo(today).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, i) -> group(row, today))
                .list()
                .stream()
                .filter(group -> !group.day().isBefore(ReminderDay.firstEnd(today)))
                .toList();
    }

    private OrganisationMessage group(ResultSet row, LocalDate today) throws SQLException {
        LocalDate registered =
                LocalDate.ofInstant(row.getTimestamp("registered_at").toInstant(), clock.getZone());
        int years = Period.between(registered, today).getYears();
        return reminder(row, Occasion.PREPARATORY_YEAR, years, registered.plusYears(years));
    }

    /** @param number of days before the end, or of years: with the day it makes the reminder another one than the last */
    private static OrganisationMessage reminder(ResultSet row, Occasion occasion, int number, LocalDate day)
            throws SQLException {
        CommitteeId committee = new CommitteeId(row.getObject("id", UUID.class));
        DistrictId district = new DistrictId(row.getObject("district_id", UUID.class));
        return new OrganisationMessage(
                occasion,
                "term " + committee + " " + day + " " + number,
                row.getString("name"),
                day,
                district,
                List.of(
                        new Addressee(committee.ref(), "/my/committee"),
                        new Addressee(
                                new OrgRef(OrgType.DISTRICT_CENTRE, district.value()), "/committees/" + committee)));
    }
}
