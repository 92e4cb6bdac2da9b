package org.maintenancefund.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what the modules publish; each part of the page by one statement. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class StatisticsFigures {

    /**
     * All that a return gives as its reasons, with {@code :marked} where lines or scans were marked, and {@code :told} where there
     * is nothing but a text.
     */
    static final String REASONS_GIVEN = "CASE WHEN d.marks > 0 THEN d.reasons || cast(:marked AS text)"
            + " WHEN cardinality(d.reasons) = 0 THEN ARRAY[cast(:told AS text)] ELSE d.reasons END";

    /** No application was submitted longer ago. */
    private static final int OLDEST_YEARS = 20;

    /**
     * So many applications of a kind whose last submission is of that month.
     *
     * @param place district or street; null for a company, which lies in no street
     */
    public record Submitted(
            LocalDate month, String kind, @Nullable UUID place, ReviewStatus status, long count) {}

    /** By what decisions are put together. */
    public enum By {
        ALL,
        PLACE,
        MONTH,
        KIND
    }

    /**
     * Decisions of a kind, a month or a place, and how many working days after the submission they were made.
     *
     * @param kind   null unless by kind, and so on
     * @param median at least half of the decisions took no longer
     * @param most   at least nine tenths of the decisions took no longer
     */
    public record Decided(
            By by,
            @Nullable String kind,
            @Nullable LocalDate month,
            @Nullable UUID place,
            long approved,
            long returned,
            long refused,
            int median,
            int most) {

        public long count() {
            return approved + returned + refused;
        }
    }

    /** A reason, and how many returns give it; who gives several counts under each. */
    public record ReturnReason(String reason, long count) {}

    /** How many areas of a place have a committee, and a company or office. */
    public record Coverage(UUID place, long both, long committeeOnly, long companyOnly, long neither) {}

    /**
     * Terms or contracts of a place that end in a quarter.
     *
     * @param quarter its first day; null for what ended before the first quarter
     */
    public record Ending(boolean term, @Nullable LocalDate quarter, UUID place, long count) {}

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Clock clock;

    /** Applications by the month of their last submission, by kind, place and state. */
    public List<Submitted> submitted(Scope scope) {
        return ask(
                "SELECT cast(date_trunc('month', timezone(:zone, s.submitted_at)) AS date), s.kind, s."
                        + scope.placeColumn() + ", s.status, count(*) FROM submitted_application s WHERE "
                        + scope.ofApplications("s", "s.submitted_at") + " GROUP BY 1, 2, 3, 4",
                scope.params(clock.getZone()),
                row -> new Submitted(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        ReviewStatus.valueOf(row.getString(4)),
                        row.getLong(5)));
    }

    /** Decisions by the month in which they were made, by kind and by place, and all together. */
    public List<Decided> decided(Scope scope) {
        Map<String, Object> params = scope.params(clock.getZone());
        params.put("workingDays", workingDays(scope.last()));
        return ask(
                "SELECT grouping(kind, month, place), kind, month, place,"
                        + " count(*) FILTER (WHERE action = 'APPROVE'), count(*) FILTER (WHERE action = 'RETURN'),"
                        + " count(*) FILTER (WHERE action = 'REFUSE'),"
                        + " percentile_disc(0.5) WITHIN GROUP (ORDER BY days), percentile_disc(0.9) WITHIN GROUP (ORDER BY days)"
                        + " FROM (SELECT d.kind, d." + scope.placeColumn() + " AS place, d.action,"
                        + " cast(date_trunc('month', timezone(:zone, d.decided_at)) AS date) AS month,"
                        // How many working days have begun until a day: the difference is WorkingDays.between.
                        + " width_bucket(cast(timezone(:zone, d.decided_at) AS date), days.worked)"
                        + " - width_bucket(cast(timezone(:zone, d.submitted_at) AS date), days.worked) AS days"
                        + " FROM decided_submission d, (SELECT cast(:workingDays AS date[]) AS worked OFFSET 0) AS days WHERE "
                        + scope.ofApplications("d", "d.decided_at")
                        + ") AS decided GROUP BY GROUPING SETS ((kind), (month), (place), ())",
                params,
                row -> new Decided(
                        by(row.getInt(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, UUID.class),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8),
                        row.getInt(9)));
    }

    /** A bit is set for each of kind, month and place that is not grouped by. */
    private static By by(int grouping) {
        return switch (grouping) {
            case 0b011 -> By.KIND;
            case 0b101 -> By.MONTH;
            case 0b110 -> By.PLACE;
            default -> By.ALL;
        };
    }

    /** Days of work in their order, from long before any application to that day. */
    private String[] workingDays(LocalDate last) {
        return last.minusYears(OLDEST_YEARS)
                .datesUntil(last.plusDays(1))
                .filter(workingDays::isWorkingDay)
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    /** What a reason is called where lines or scans were marked. */
    static String marked() {
        return Messages.of("statistics.reason.marked");
    }

    /** What it is called where there is nothing but a text. */
    static String told() {
        return Messages.of("statistics.reason.told");
    }

    /** Why submissions were returned, the most frequent reason first. */
    public List<ReturnReason> reasons(Scope scope) {
        Map<String, Object> params = scope.params(clock.getZone());
        params.put("marked", marked());
        params.put("told", told());
        return ask(
                "SELECT reason, count(*) FROM decided_submission d CROSS JOIN LATERAL unnest(" + REASONS_GIVEN
                        + ") AS given (reason) WHERE d.action = 'RETURN' AND "
                        + scope.ofApplications("d", "d.decided_at") + " GROUP BY 1 ORDER BY 2 DESC, 1",
                params,
                row -> new ReturnReason(row.getString(1), row.getLong(2)));
    }

    /** The areas of today by place. */
    public List<Coverage> coverage(Scope scope) {
        Map<String, Object> params = scope.params(clock.getZone());
        params.put("today", LocalDate.now(clock));
        return ask(
                "SELECT a." + scope.placeColumn() + ", count(*) FILTER (WHERE governed AND managed),"
                        + " count(*) FILTER (WHERE governed AND NOT managed),"
                        + " count(*) FILTER (WHERE managed AND NOT governed),"
                        + " count(*) FILTER (WHERE NOT governed AND NOT managed)"
                        + " FROM (SELECT a.district_id, a.street_id, g.area_id IS NOT NULL AS governed,"
                        + " m.area_id IS NOT NULL AS managed FROM named_area a"
                        + " LEFT JOIN area_governed g ON g.area_id = a.id"
                        + " LEFT JOIN area_managed m ON m.area_id = a.id AND m.effective @> :today"
                        + " WHERE a.state = 'ACTIVE'" + scope.inPlace("a") + ") AS a GROUP BY 1",
                params,
                row -> new Coverage(
                        row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    /** Terms that end or have ended, and contracts that end from that quarter on. */
    public List<Ending> endings(Scope scope, LocalDate firstQuarter) {
        Map<String, Object> params = scope.params(clock.getZone());
        params.put("quarter", firstQuarter);
        String place = scope.placeColumn();
        return ask(
                "SELECT true, CASE WHEN g.term_end >= :quarter THEN cast(date_trunc('quarter', g.term_end) AS date) END, a."
                        + place + ", count(*) FROM area_governed g JOIN named_area a ON a.id = g.area_id"
                        + " WHERE g.term_end IS NOT NULL" + scope.inPlace("a") + " GROUP BY 1, 2, 3"
                        + " UNION ALL SELECT false, cast(date_trunc('quarter', c.contract_ends_on) AS date), a." + place
                        + ", count(*) FROM area_contract c JOIN named_area a ON a.id = c.area_id"
                        + " WHERE c.contract_ends_on >= :quarter" + scope.inPlace("a") + " GROUP BY 1, 2, 3",
                params,
                row -> new Ending(
                        row.getBoolean(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, UUID.class),
                        row.getLong(4)));
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String statement, Map<String, Object> params, Row<T> mapper) {
        return jdbc.sql(statement)
                .params(params)
                .query((row, i) -> mapper.read(row))
                .list();
    }
}
