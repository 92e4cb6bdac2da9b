package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.web.AskedOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who manages a committee's area, today and later, whichever committee applied for it; and what is applied for. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class AreaManagement {

    private static final String SELECT =
            """
            SELECT g.area_id AS governed, p.applied, p.waiting, p.ending, s.approved_at, %s AS manager, %s
            FROM area_governed g CROSS JOIN LATERAL (
                    SELECT bool_or(a.kind = 'ASSOCIATION') AS applied,
                        bool_or(a.kind = 'ASSOCIATION' AND a.status = 'PENDING') AS waiting,
                        bool_or(a.kind = 'ASSOCIATION_TERMINATION' AND a.status = 'PENDING') AS ending
                    FROM submitted_application a WHERE a.subject_id = g.area_id AND a.status IN ('PENDING', 'RETURNED')) p
                LEFT JOIN association s ON s.area_id = g.area_id AND s.effective_to >= :today
                    AND s.effective_to >= s.effective_from%s
            WHERE g.committee_id = :committee ORDER BY s.effective_from
            """.formatted(AssociationNames.MANAGER, AssociationNames.COLUMNS, AssociationNames.MANAGERS);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An association that is not over.
     *
     * @param manager name of the company, with its office where one manages
     * @param target  the same with the word that it is disabled, where it is
     */
    public record Managed(AssociationView association, String manager, String target, LocalDate approved) {

        DateRange effective() {
            return DateRange.of(association.effectiveFrom(), association.effectiveTo());
        }

        /** True where something ends it before its contract. */
        boolean endsEarly() {
            return association.endReason() != null;
        }

        public boolean runsOn(LocalDate day) {
            return effective().contains(day);
        }

        /** True where the other begins on the day behind its last one. */
        boolean isFollowedBy(Managed other) {
            return other.effective().start().equals(effective().end().plusDays(1));
        }
    }

    /**
     * How the area of a committee stands that is not dissolved.
     *
     * @param applied true where somebody has applied for an association and it is not decided
     * @param waiting true where that is being reviewed, so that nobody can apply for another one
     * @param ending  true where the end of an association is being reviewed
     * @param managed the first to begin first
     */
    public record Managers(AreaId area, boolean applied, boolean waiting, boolean ending, List<Managed> managed) {

        boolean isNone() {
            return !applied && managed.isEmpty();
        }
    }

    private record Row(AreaId area, boolean applied, boolean waiting, boolean ending, Optional<Managed> managed) {}

    private record Asked(UUID committee) {}

    /** Empty where the committee is dissolved. */
    public Optional<Managers> of(UUID committee) {
        return AskedOnce.of(new Asked(committee), () -> find(committee));
    }

    private Optional<Managers> find(UUID committee) {
        List<Row> rows = jdbc.sql(SELECT)
                .param("committee", committee)
                .param("today", LocalDate.now(clock))
                .query(this::row)
                .list();
        List<Managed> managed =
                rows.stream().flatMap(row -> row.managed().stream()).toList();
        return rows.stream()
                .findFirst()
                .map(row -> new Managers(row.area(), row.applied(), row.waiting(), row.ending(), managed));
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new AreaId(row.getObject("governed", UUID.class)),
                row.getBoolean("applied"),
                row.getBoolean("waiting"),
                row.getBoolean("ending"),
                row.getObject("id", UUID.class) == null ? Optional.empty() : Optional.of(managed(row, number)));
    }

    private Managed managed(ResultSet row, int number) throws SQLException {
        AssociationNames.Manager manager = AssociationNames.manager(row, number);
        return new Managed(
                manager.association(),
                row.getString("manager"),
                manager.name(),
                LocalDate.ofInstant(row.getTimestamp("approved_at").toInstant(), clock.getZone()));
    }
}
