package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationMessage.Occasion;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.organisation.Reminders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds the committee, the company with its office, and the district each morning of contracts that end; not of one that was ended
 * before, nor where somebody manages the area on the next day.
 */
@Component
@RequiredArgsConstructor
public class ContractReminders {

    private static final String SELECT = """
            SELECT s.id, s.area_id, s.enterprise_id, s.office_id, c.contract_ends_on, a.name AS area, a.district_id,
                g.committee_id, %s AS manager
            FROM area_contract c JOIN association s ON s.id = c.association_id JOIN named_area a ON a.id = s.area_id
                JOIN organisation e ON e.id = s.enterprise_id LEFT JOIN organisation o ON o.id = s.office_id
                LEFT JOIN area_governed g ON g.area_id = s.area_id
            WHERE c.contract_ends_on BETWEEN :first AND :last AND s.effective_from <= :today ORDER BY s.id
            """.formatted(AssociationNames.MANAGER);

    private final JdbcClient jdbc;
    private final Reminders reminders;
    private final Clock clock;

    /** Answers how many contracts somebody was to be reminded of. */
    public int remind() {
        LocalDate today = LocalDate.now(clock);
        return reminders.send(jdbc.sql(SELECT)
                .param("first", ReminderDay.firstEnd(today))
                .param("last", ReminderDay.lastEnd(today))
                .param("today", today)
                .query((row, i) -> reminder(row, today))
                .list());
    }

    private static OrganisationMessage reminder(ResultSet row, LocalDate today) throws SQLException {
        LocalDate end = row.getObject("contract_ends_on", LocalDate.class);
        ReminderDay due = ReminderDay.of(end, today);
        UUID district = row.getObject("district_id", UUID.class);
        List<Addressee> addressees = new ArrayList<>();
        add(OrgType.COMMITTEE, row.getObject("committee_id", UUID.class), "/associations", addressees);
        add(OrgType.ENTERPRISE, row.getObject("enterprise_id", UUID.class), "/my/areas", addressees);
        add(OrgType.OFFICE, row.getObject("office_id", UUID.class), "/my/areas", addressees);
        add(OrgType.DISTRICT_CENTRE, district, "/areas/" + row.getString("area_id"), addressees);
        return new OrganisationMessage(
                due == ReminderDay.END ? Occasion.CONTRACT_ENDED : Occasion.CONTRACT_ENDING,
                "contract " + row.getString("id") + " " + end + " " + due.days(),
                row.getString("area") + "（" + row.getString("manager") + "）",
                end,
                new DistrictId(district),
                addressees);
    }

    private static void add(OrgType type, @Nullable UUID id, String href, List<Addressee> addressees) {
        if (id != null) {
            addressees.add(new Addressee(new OrgRef(type, id), href));
        }
    }
}
