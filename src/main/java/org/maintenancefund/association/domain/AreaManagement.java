package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.web.AskedOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who manages a committee's area, today and later, whichever committee applied for it. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class AreaManagement {

    private static final String PENDING = "EXISTS (SELECT FROM submitted_application a WHERE a.subject_id = g.area_id"
            + " AND a.kind = 'ASSOCIATION' AND a.status IN ('PENDING', 'RETURNED'))";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An association that is not over.
     *
     * @param committee that applied for it
     * @param manager   name of the company, with its office where one manages
     * @param endsEarly true where something ends it before its contract
     */
    record Managed(UUID committee, String manager, LocalDate approved, DateRange effective, boolean endsEarly) {

        boolean runsOn(LocalDate day) {
            return effective.contains(day);
        }

        /** True where the other begins on the day behind its last one. */
        boolean isFollowedBy(Managed other) {
            return other.effective().start().equals(effective.end().plusDays(1));
        }
    }

    /**
     * How the area of a committee stands that is not dissolved.
     *
     * @param pending true where somebody has applied and it is not decided
     * @param managed the first to begin first
     */
    record Managers(boolean pending, List<Managed> managed) {

        boolean isNone() {
            return !pending && managed.isEmpty();
        }
    }

    private record Row(boolean pending, Optional<Managed> managed) {}

    private record Asked(UUID committee) {}

    /** Empty where the committee is dissolved. */
    Optional<Managers> of(UUID committee) {
        return AskedOnce.of(new Asked(committee), () -> find(committee));
    }

    private Optional<Managers> find(UUID committee) {
        List<Row> rows = jdbc.sql("SELECT " + PENDING + " AS pending, s.committee_id, s.approved_at, "
                        + AssociationNames.MANAGER + " AS manager, s.effective_from, s.effective_to,"
                        + " s.end_reason IS NOT NULL AS ends_early FROM area_governed g LEFT JOIN association s"
                        + " ON s.area_id = g.area_id AND s.effective_to >= :today AND s.effective_to >= s.effective_from"
                        + " LEFT JOIN organisation e ON e.id = s.enterprise_id"
                        + " LEFT JOIN organisation o ON o.id = s.office_id"
                        + " WHERE g.committee_id = :committee ORDER BY s.effective_from")
                .param("committee", committee)
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new Row(row.getBoolean("pending"), managed(row)))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new Managers(
                        first.pending(),
                        rows.stream().flatMap(row -> row.managed().stream()).toList()));
    }

    private Optional<Managed> managed(ResultSet row) throws SQLException {
        UUID committee = row.getObject("committee_id", UUID.class);
        return committee == null
                ? Optional.empty()
                : Optional.of(new Managed(
                        committee,
                        row.getString("manager"),
                        LocalDate.ofInstant(row.getTimestamp("approved_at").toInstant(), clock.getZone()),
                        new DateRange(
                                row.getObject("effective_from", LocalDate.class),
                                row.getObject("effective_to", LocalDate.class)),
                        row.getBoolean("ends_early")));
    }
}
