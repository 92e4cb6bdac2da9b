package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.enterprise.EnterpriseId;
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

    private static final String SELECT = """
            SELECT s.id, s.area_id, s.enterprise_id, s.office_id, s.effective_from, s.effective_to,
                e.name AS company, e.state = 'ACTIVE' AS company_active,
                o.name AS office, o.state = 'ACTIVE' AS office_active,
                CASE WHEN o.id IS NULL THEN e.district_id ELSE o.district_id END AS district
            FROM association s JOIN organisation e ON e.id = s.enterprise_id
                LEFT JOIN organisation o ON o.id = s.office_id
            WHERE\s""";

    private final JdbcClient jdbc;

    /**
     * An association with who manages by it.
     *
     * @param name     of the company or of its office, with the word that it is disabled, where it is
     * @param district in charge of the office or else of the company; null where a qualified company has none yet
     */
    record Manager(
            AssociationId association,
            AreaId area,
            EnterpriseId enterprise,
            @Nullable OfficeId office,
            LocalDate from,
            LocalDate to,
            String name,
            @Nullable DistrictId district) {}

    public String target(AssociationView association) {
        return Objects.requireNonNull(targets(List.of(association)).get(association.id()));
    }

    /** Names of several, one query however many. */
    public Map<AssociationId, String> targets(Collection<AssociationView> associations) {
        return associations.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + "s.id = ANY (:ids)")
                        .param(
                                "ids",
                                associations.stream()
                                        .map(association -> association.id().value())
                                        .toArray(UUID[]::new))
                        .query(AssociationNames::manager)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Manager::association, Manager::name));
    }

    /** Who manages the areas on that day or will later, by the first day. */
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

    private static Manager manager(ResultSet row, int number) throws SQLException {
        UUID office = row.getObject("office_id", UUID.class);
        UUID district = row.getObject("district", UUID.class);
        String company =
                row.getString("company") + disabled(row.getBoolean("company_active"), "association.company.disabled");
        return new Manager(
                new AssociationId(row.getObject("id", UUID.class)),
                new AreaId(row.getObject("area_id", UUID.class)),
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                office == null ? null : new OfficeId(office),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
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
