package org.maintenancefund.billing.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mandates with who collects: 云州某物业服务有限公司, or the same with · 某管理处. */
@Component
@RequiredArgsConstructor
public class NamedMandates {

    private static final String SELECT = "SELECT " + MandateRows.COLUMNS
            + ", m.approved_by, m.revoked_because, m.version, concat_ws(' · ', e.name, o.name) AS collector"
            + " FROM collection_mandate m JOIN organisation e ON e.id = m.enterprise_id"
            + " LEFT JOIN organisation o ON o.id = m.office_id WHERE ";

    private final JdbcClient jdbc;

    /**
     * A mandate with what pages say of it.
     *
     * @param collector      name of the company, with its office where one collects
     * @param revokedBecause the committee's words where it took the mandate back
     */
    public record NamedMandate(
            Mandate mandate,
            String collector,
            ApplicationNumber approvedBy,
            @Nullable String revokedBecause,
            int version) {

        /** Never began, is over, runs or is to begin. */
        public MandateState state(LocalDate day) {
            return MandateState.of(mandate, day);
        }
    }

    Optional<NamedMandate> find(MandateId id) {
        return jdbc.sql(SELECT + "m.id = :id")
                .param("id", id.value())
                .query(NamedMandates::named)
                .optional();
    }

    /** Those of an area that run on that day or will later, the first to begin first. */
    public List<NamedMandate> current(AreaId area, LocalDate day) {
        return current(List.of(area), day);
    }

    /** The same of several areas, one question however many. */
    List<NamedMandate> current(Collection<AreaId> areas, LocalDate day) {
        return areas.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "m.area_id = ANY (:areas) AND m.valid_to >= :day AND NOT isempty(m.validity)"
                                + " ORDER BY m.valid_from, m.id")
                        .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                        .param("day", day)
                        .query(NamedMandates::named)
                        .list();
    }

    /** All of an area, the latest first, those that never began too. */
    List<NamedMandate> of(AreaId area) {
        return jdbc.sql(SELECT + "m.area_id = :area ORDER BY m.valid_from DESC, m.approved_by DESC")
                .param("area", area.value())
                .query(NamedMandates::named)
                .list();
    }

    /** What is tied to an association and ends later than that day, the first to begin first. */
    List<NamedMandate> tiedTo(AssociationId association, LocalDate lastDay) {
        return jdbc.sql(SELECT + "m.association_id = :association AND m.valid_to > :day AND NOT isempty(m.validity)"
                        + " ORDER BY m.valid_from, m.id")
                .param("association", association.value())
                .param("day", lastDay)
                .query(NamedMandates::named)
                .list();
    }

    private static NamedMandate named(ResultSet row, int number) throws SQLException {
        return new NamedMandate(
                MandateRows.read(row, number),
                row.getString("collector"),
                new ApplicationNumber(row.getString("approved_by")),
                row.getString("revoked_because"),
                row.getInt("version"));
    }
}
