package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.web.AskedOnce;
import org.maintenancefund.web.RecordTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rights to manage an area, those that are over too, and what is applied for: by one statement, once for all parts of a page. */
@Component
@RequiredArgsConstructor
class AreaRights {

    private static final String APPLIED = """
            SELECT a.number, a.status, CASE a.status WHEN 'RETURNED' THEN a.revise_by ELSE a.due_on END AS until
            FROM submitted_application a WHERE a.subject_id = :area AND a.kind = 'ASSOCIATION'
                AND a.status IN ('PENDING', 'RETURNED') ORDER BY a.first_submitted_at DESC, a.number DESC""";

    /** As many as a table shows, what is not over among them for certain; without any there is a row all the same. */
    private static final String SELECT = "SELECT p.applied, " + AssociationNames.COLUMNS
            + ", s.approved_at, s.approved_by, s.ended_by, e.state AS company_state, count(*) OVER () AS total"
            + " FROM (SELECT (SELECT json_agg(o) FROM (" + APPLIED + ") o) AS applied) p"
            + " LEFT JOIN association s ON s.area_id = :area" + AssociationNames.MANAGERS
            + " ORDER BY s.effective_to >= :today AND s.effective_to >= s.effective_from DESC, s.effective_from DESC,"
            + " s.effective_to DESC LIMIT " + RecordTable.MOST;

    private static final Comparator<Right> LATEST_FIRST =
            Comparator.comparing(Right::from).thenComparing(Right::to).reversed();

    private static final Comparator<Right> FIRST_TO_BEGIN = Comparator.comparing(Right::from)
            .thenComparing(right -> right.association().id().value());

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * What is known of an area.
     *
     * @param all     the latest first; where there are more than a table shows, older ones are left out
     * @param applied applications for another one that are not decided, the latest first
     */
    record Rights(List<Right> all, List<Applied> applied) {}

    /** @param until the day by which it is decided, or before which it is to be mended */
    record Applied(String number, ReviewStatus status, LocalDate until) {}

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

    Rights of(AreaId area) {
        return AskedOnce.of(new Asked(area), () -> find(area));
    }

    /** What is effective today or will be, by the first day. */
    List<Right> current(AreaId area) {
        LocalDate today = LocalDate.now(clock);
        return of(area).all().stream()
                .filter(right -> !right.association().isOverOn(today))
                .sorted(FIRST_TO_BEGIN)
                .toList();
    }

    private record Row(@Nullable String applied, @Nullable Right right) {}

    private Rights find(AreaId area) {
        List<Row> rows = jdbc.sql(SELECT)
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .query(AreaRights::row)
                .list();
        String applied = rows.get(0).applied();
        return new Rights(
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.right()))
                        .sorted(LATEST_FIRST)
                        .toList(),
                applied == null ? List.of() : List.of(json.readValue(applied, Applied[].class)));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("applied"), row.getObject("id") == null ? null : right(row, number));
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
