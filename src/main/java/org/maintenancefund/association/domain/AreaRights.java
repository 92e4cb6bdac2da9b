package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.web.AskedOnce;
import org.maintenancefund.web.RecordTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rights to manage an area, those that are over too: by one statement, and once for all parts of a page. */
@Component
@RequiredArgsConstructor
class AreaRights {

    /** As many as a table shows, what is not over among them for certain. */
    private static final String SELECT = "SELECT " + AssociationNames.COLUMNS
            + ", s.approved_at, s.approved_by, s.ended_by, e.state AS company_state, count(*) OVER () AS total "
            + AssociationNames.TABLES + " WHERE s.area_id = :area ORDER BY s.effective_to >= :today"
            + " AND s.effective_to >= s.effective_from DESC, s.effective_from DESC, s.effective_to DESC LIMIT "
            + RecordTable.MOST;

    private static final Comparator<Right> LATEST_FIRST =
            Comparator.comparing(Right::from).thenComparing(Right::to).reversed();

    private static final Comparator<Right> FIRST_TO_BEGIN = Comparator.comparing(Right::from)
            .thenComparing(right -> right.association().id().value());

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A right.
     *
     * @param office  null where the company itself manages
     * @param rests   true where the company is disabled
     * @param endedBy the application that ended it, or null
     * @param total   how many there are of the area
     */
    record Right(
            Manager manager,
            String company,
            @Nullable String office,
            boolean rests,
            Instant approvedAt,
            String approvedBy,
            @Nullable String endedBy,
            long total) {

        AssociationView association() {
            return manager.association();
        }

        LocalDate from() {
            return association().effectiveFrom();
        }

        LocalDate to() {
            return association().effectiveTo();
        }

        /** Null where nothing ends it before its contract. */
        @Nullable
        EndReason endReason() {
            return association().endReason();
        }

        /** False where it was ended before it began. */
        boolean began() {
            return !to().isBefore(from());
        }
    }

    private record Asked(AreaId area) {}

    /** The latest first; where there are more than a table shows, the older ones are left out. */
    List<Right> of(AreaId area) {
        return AskedOnce.of(new Asked(area), () -> find(area));
    }

    /** What is effective today or will be, by the first day. */
    List<Right> current(AreaId area) {
        LocalDate today = LocalDate.now(clock);
        return of(area).stream()
                .filter(right -> !right.association().isOverOn(today))
                .sorted(FIRST_TO_BEGIN)
                .toList();
    }

    private List<Right> find(AreaId area) {
        return jdbc
                .sql(SELECT)
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .query(AreaRights::right)
                .list()
                .stream()
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static Right right(ResultSet row, int number) throws SQLException {
        return new Right(
                AssociationNames.manager(row, number),
                row.getString("company"),
                row.getString("office"),
                row.getString("company_state").equals("DISABLED"),
                row.getTimestamp("approved_at").toInstant(),
                row.getString("approved_by"),
                row.getString("ended_by"),
                row.getLong("total"));
    }
}
