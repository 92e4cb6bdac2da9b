package org.maintenancefund.association.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads associations. */
@Repository
public class AssociationReader {

    /** While a company is disabled its rights and its offices' rest, to come back as they were. */
    static final String COMPANY_ACTIVE =
            " AND EXISTS (SELECT FROM organisation e WHERE e.id = s.enterprise_id AND e.state = 'ACTIVE')";

    private final AssociationRepository associations;
    private final JdbcClient jdbc;

    AssociationReader(AssociationRepository associations, JdbcClient jdbc) {
        this.associations = associations;
        this.jdbc = jdbc;
    }

    public Optional<AssociationView> effectiveOn(AreaId area, LocalDate day) {
        return associations.findEffective(area, day).map(Association::view);
    }

    public List<AssociationView> comingAfter(AreaId area, LocalDate day) {
        return associations.findComing(area, day).stream()
                .map(Association::view)
                .toList();
    }

    /** What is effective on that day or will be, by its first day. */
    List<AssociationView> currentOf(AreaId area, LocalDate day) {
        return associations.findCurrentOf(List.of(area), day).stream()
                .map(Association::view)
                .toList();
    }

    /** The association that an application gave. */
    Optional<AssociationView> approvedBy(ApplicationNumber number) {
        return associations.findByApplication(number.value()).map(Association::view);
    }

    public List<AssociationView> of(CommitteeId committee) {
        return associations.findAllOf(committee).stream().map(Association::view).toList();
    }

    /** The areas whose right counts on that day; none while the company is disabled. */
    public List<AreaId> areasManagedBy(OrgRef organisation, LocalDate day) {
        return jdbc.sql("SELECT s.area_id FROM association s WHERE s." + column(organisation) + " = :organisation"
                        + " AND s.effective_from <= :day AND s.effective_to >= :day" + COMPANY_ACTIVE
                        + " ORDER BY s.area_id")
                .param("organisation", organisation.id())
                .param("day", day)
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .list();
    }

    /** True where the right counts on that day; see {@link #areasManagedBy}. */
    public boolean manages(OrgRef organisation, AreaId area, LocalDate day) {
        return jdbc.sql("SELECT 1 FROM association s WHERE s.area_id = :area AND s." + column(organisation)
                        + " = :organisation AND s.effective_from <= :day AND s.effective_to >= :day" + COMPANY_ACTIVE)
                .param("area", area.value())
                .param("organisation", organisation.id())
                .param("day", day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The enterprise stands in its offices' associations too, so one column answers for both. */
    static String column(OrgRef organisation) {
        return switch (organisation.type()) {
            case ENTERPRISE -> "enterprise_id";
            case OFFICE -> "office_id";
            default -> throw new IllegalArgumentException("manages no areas: " + organisation.type());
        };
    }
}
