package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 本月办理: what districts received and decided in a month, all kinds of application together. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class MonthlyFigures {

    /**
     * So many of an action on a day, of what was submitted on a day and was to be decided within so many working days. Of the
     * submissions of an application only the last one counts, as in 统计报表.
     */
    private static final String ENTRIES = "SELECT a.district_id, e.action,"
            + " cast(timezone(:zone, r.submitted_at) AS date), cast(timezone(:zone, e.at) AS date),"
            + " r.working_days, count(*)"
            + " FROM application_entry e JOIN application a USING (number)"
            + " JOIN application_round r ON r.number = e.number AND r.round = e.round"
            + " WHERE e.at >= :first AND (e.action IN ('APPROVE', 'RETURN', 'REFUSE')"
            + " OR e.action IN ('SUBMIT', 'RESUBMIT') AND e.round = a.round)";

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Clock clock;

    /**
     * A month, or as much of it as is over.
     *
     * @param received applications whose last submission is of the month
     * @param decided  decisions of any kind, that is also those that refuse
     * @param median   working days within which at least half of the decisions were made; null where none was
     * @param onTime   decisions within the working days that people were told when they submitted
     */
    public record Month(
            YearMonth month,
            long received,
            long approved,
            long returned,
            long decided,
            @Nullable Integer median,
            long onTime) {

        /** Decisions on time, in whole per cent; null where nothing was decided. */
        public @Nullable Long share() {
            return decided == 0 ? null : Math.round(100.0 * onTime / decided);
        }
    }

    /** This month as far as it has come, and all of the last one. */
    public record Months(Month current, Month last) {}

    private record Done(
            DistrictId district, ReviewAction action, LocalDate submitted, LocalDate day, int told, long count) {}

    /** A district's, by the index of what it changed: every submission and decision changes its application. */
    public Months of(DistrictId district) {
        YearMonth current = YearMonth.now(clock);
        YearMonth last = current.minusMonths(1);
        List<Done> done = since(last, " AND a.district_id = :district AND a.changed_at >= :first")
                .param("district", district.value())
                .query((row, i) -> done(row))
                .list();
        return new Months(month(current, done), month(last, done));
    }

    /** This month of each of the districts; also where nothing was done. */
    public Map<DistrictId, Month> thisMonth(Collection<DistrictId> districts) {
        YearMonth current = YearMonth.now(clock);
        Map<DistrictId, List<Done>> done = since(current, "").query((row, i) -> done(row)).list().stream()
                .collect(Collectors.groupingBy(Done::district));
        return districts.stream()
                .collect(Collectors.toMap(
                        Function.identity(), district -> month(current, done.getOrDefault(district, List.of()))));
    }

    private JdbcClient.StatementSpec since(YearMonth month, String where) {
        return jdbc.sql(ENTRIES + where + " GROUP BY 1, 2, 3, 4, 5")
                .param("zone", clock.getZone().getId())
                .param(
                        "first",
                        Timestamp.from(
                                month.atDay(1).atStartOfDay(clock.getZone()).toInstant()));
    }

    private static Done done(ResultSet row) throws SQLException {
        return new Done(
                new DistrictId(row.getObject(1, UUID.class)),
                ReviewAction.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getLong(6));
    }

    private Month month(YearMonth month, List<Done> all) {
        List<Done> done = all.stream()
                .filter(row -> YearMonth.from(row.day()).equals(month))
                .toList();
        TreeMap<Integer, Long> days = new TreeMap<>();
        long onTime = 0;
        for (Done row : done) {
            if (row.action().isDecision()) {
                int taken = workingDays.between(row.submitted(), row.day());
                days.merge(taken, row.count(), Long::sum);
                onTime += taken <= row.told() ? row.count() : 0;
            }
        }
        return new Month(
                month,
                count(done, action -> !action.isDecision()),
                count(done, action -> action == ReviewAction.APPROVE),
                count(done, action -> action == ReviewAction.RETURN),
                count(done, ReviewAction::isDecision),
                median(days),
                onTime);
    }

    private static long count(List<Done> done, Predicate<ReviewAction> wanted) {
        return done.stream()
                .filter(row -> wanted.test(row.action()))
                .mapToLong(Done::count)
                .sum();
    }

    /** The least number of days within which at least half were done. */
    private static @Nullable Integer median(TreeMap<Integer, Long> days) {
        long all = days.values().stream().mapToLong(Long::longValue).sum();
        long sofar = 0;
        for (Map.Entry<Integer, Long> day : days.entrySet()) {
            sofar += day.getValue();
            if (2 * sofar >= all) {
                return day.getKey();
            }
        }
        return null;
    }
}
