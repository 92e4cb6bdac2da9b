package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.office.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says who manages: 云州某物业服务有限公司, or the same with · 某管理处. Names, states and districts of both are those of the
 * register of organisations.
 */
@Component
@RequiredArgsConstructor
public class AssociationNames {

    /** The same in the words of the database, disabled or not: {@code e} is the company, {@code o} its office where there is one. */
    static final String MANAGER = "concat_ws(' · ', e.name, o.name)";

    /** Who manages by the association {@code s}. It has a company for certain; joined like this, a mere count reads none. */
    static final String MANAGERS =
            " LEFT JOIN organisation e ON e.id = s.enterprise_id" + " LEFT JOIN organisation o ON o.id = s.office_id";

    /** What {@link #manager} reads. */
    public static final String COLUMNS =
            "s.id, s.area_id, s.committee_id, s.enterprise_id, s.office_id, s.contract_starts_on, s.contract_ends_on,"
                    + " s.effective_from, s.effective_to, s.end_reason, e.name AS company, e.state = 'ACTIVE' AS company_active,"
                    + " o.name AS office, o.state = 'ACTIVE' AS office_active,"
                    + " CASE WHEN o.id IS NULL THEN e.district_id ELSE o.district_id END AS district";

    /** Where they stand. */
    public static final String TABLES = "FROM association s" + MANAGERS;

    private static final String SELECT = "SELECT " + COLUMNS + " " + TABLES + " WHERE ";

    private final JdbcClient jdbc;

    /**
     * An association with who manages by it.
     *
     * @param name     of the company or of its office, with the word that it is disabled, where it is
     * @param district in charge of the office or else of the company; null where a qualified company has none yet
     */
    public record Manager(
            AssociationView association,
            String name,
            @Nullable DistrictId district) {}

    public Optional<Manager> find(AssociationId id) {
        return jdbc.sql(SELECT + "s.id = :id")
                .param("id", id.value())
                .query(AssociationNames::manager)
                .optional();
    }

    public String target(AssociationView association) {
        return find(association.id()).orElseThrow().name();
    }

    /** Who manages the area on that day or will later, by the first day. */
    public List<Manager> current(AreaId area, LocalDate day) {
        return current(List.of(area), day);
    }

    /** The same of several areas, one query however many. */
    List<Manager> current(Collection<AreaId> areas, LocalDate day) {
        return areas.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "s.area_id = ANY (:areas) AND s.effective_to >= :day"
                                + " AND s.effective_to >= s.effective_from ORDER BY s.effective_from, s.id")
                        .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                        .param("day", day)
                        .query(AssociationNames::manager)
                        .list();
    }

    /** Reads a row that has {@link #COLUMNS}. */
    public static Manager manager(ResultSet row, int number) throws SQLException {
        UUID office = row.getObject("office_id", UUID.class);
        UUID district = row.getObject("district", UUID.class);
        String endReason = row.getString("end_reason");
        String company =
                row.getString("company") + disabled(row.getBoolean("company_active"), "association.company.disabled");
        return new Manager(
                new AssociationView(
                        new AssociationId(row.getObject("id", UUID.class)),
                        new AreaId(row.getObject("area_id", UUID.class)),
                        new CommitteeId(row.getObject("committee_id", UUID.class)),
                        new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                        office == null ? null : new OfficeId(office),
                        DateRange.of(
                                row.getObject("contract_starts_on", LocalDate.class),
                                row.getObject("contract_ends_on", LocalDate.class)),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class),
                        endReason == null ? null : EndReason.valueOf(endReason)),
                office == null
                        ? company
                        : company + " · " + row.getString("office")
                                + disabled(row.getBoolean("office_active"), "association.office.disabled"),
                district == null ? null : new DistrictId(district));
    }

    private static String disabled(boolean active, String words) {
        return active ? "" : Messages.of(words);
    }
}
