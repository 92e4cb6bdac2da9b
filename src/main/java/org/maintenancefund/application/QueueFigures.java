package org.maintenancefund.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.paging.CappedCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much a district has to do. What is done grows for ever and is counted no further than a page shows. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class QueueFigures {

    /**
     * 本月办理 of a district, all kinds together.
     *
     * @param received submissions and resubmissions
     * @param days     working days from a submission to its decision on the average; null where nothing was decided
     */
    public record MonthFigures(
            long received,
            long approved,
            long returned,
            @Nullable BigDecimal days) {}

    /** So many of an action on a day, of what was submitted on a day. */
    private record Done(ReviewAction action, LocalDate submitted, LocalDate day, long count) {}

    /**
     * How many there are in a queue.
     *
     * @param urgent of those that wait: due within one working day or overdue
     */
    public record Counts(Map<QueueTab, CappedCount> byTab, long urgent) {

        /** All tabs are counted. */
        public CappedCount of(QueueTab tab) {
            return Objects.requireNonNull(byTab.get(tab));
        }
    }

    /**
     * What of one kind waits for a district.
     *
     * @param urgent     those of them that are due within one working day or overdue
     * @param oldest     when the one that waits longest was (re)submitted
     */
    public record Waiting(long pending, long urgent, Instant oldest) {}

    /** Up to here a tab is counted, on each look at a queue: who has more of them wants no exact number. */
    private static final int COUNTED = 1_000;

    /** By status, each by its part of the index of the queues, and what of it is urgent. */
    private static final String COUNTS = "SELECT s.status, (SELECT count(*) FROM (SELECT 1 FROM application a"
            + " WHERE a.district_id = :district AND a.kind = :kind AND a.status = s.status LIMIT "
            + (COUNTED + 1) + ") AS found), (SELECT count(*) FROM application a WHERE s.status = 'PENDING'"
            + " AND a.district_id = :district AND a.kind = :kind AND a.status = 'PENDING' AND a.due_on <= :soon)"
            + " FROM unnest(CAST(:statuses AS text[])) AS s (status)";

    /** What waits, by kind. All kinds are named, so that the index of the queues serves. */
    private static final String WAITING = "SELECT kind, count(*), count(*) FILTER (WHERE due_on <= :soon),"
            + " min(submitted_at) FROM application"
            + " WHERE district_id = :district AND kind IN (:kinds) AND status = 'PENDING' GROUP BY kind";

    /** Of whom nobody told the contact. */
    private static final String UNTOLD = "SELECT kind, count(*) FROM application WHERE district_id = :district"
            + " AND kind IN (:kinds) AND " + ReviewQueue.UNNOTIFIED + " GROUP BY kind";

    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final WorkingDays workingDays;
    private final Clock clock;

    /** The counts of all tabs of a queue, and what of it is urgent. */
    public Counts counts(ApplicationKind kind, DistrictId district) {
        Map<ReviewStatus, Long> byStatus = new EnumMap<>(ReviewStatus.class);
        long urgent = jdbc
                .sql(COUNTS)
                .param("district", district.value())
                .param("kind", kind.code())
                .param("soon", Date.valueOf(workingDays.due(clock.instant(), 1)))
                .param(
                        "statuses",
                        Stream.of(ReviewStatus.values()).map(Enum::name).toArray(String[]::new))
                .query((row, i) -> {
                    byStatus.put(ReviewStatus.valueOf(row.getString(1)), row.getLong(2));
                    return row.getLong(3);
                })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        long all = byStatus.values().stream().mapToLong(Long::longValue).sum();
        Map<QueueTab, CappedCount> byTab = new EnumMap<>(QueueTab.class);
        for (QueueTab tab : QueueTab.values()) {
            byTab.put(
                    tab,
                    CappedCount.ofCountedUpToOneMore(
                            tab.status().map(byStatus::get).orElse(all), COUNTED));
        }
        return new Counts(byTab, urgent);
    }

    /** What waits for the district, of all kinds by one question; kinds of which nothing does are left out. */
    public Map<ApplicationKind, Waiting> waiting(DistrictId district) {
        List<ApplicationKind> kinds = kinds();
        Map<ApplicationKind, Waiting> waiting = new HashMap<>();
        jdbc.sql(WAITING)
                .param("soon", Date.valueOf(workingDays.due(clock.instant(), 1)))
                .param("district", district.value())
                .param("kinds", kinds.stream().map(ApplicationKind::code).toList())
                .query((row, i) -> waiting.put(
                        definitions.of(row.getString(1)).kind(),
                        new Waiting(
                                row.getLong(2),
                                row.getLong(3),
                                row.getTimestamp(4).toInstant())))
                .list();
        Map<ApplicationKind, Waiting> inOrder = new LinkedHashMap<>();
        kinds.stream().filter(waiting::containsKey).forEach(kind -> inOrder.put(kind, waiting.get(kind)));
        return inOrder;
    }

    /** How many decided ones of each kind the district still has to tell; kinds without any are left out. */
    public Map<ApplicationKind, Long> untold(DistrictId district) {
        Map<ApplicationKind, Long> counts = new LinkedHashMap<>();
        kinds().forEach(kind -> counts.put(kind, 0L));
        jdbc.sql(UNTOLD)
                .param("district", district.value())
                .param("kinds", kinds().stream().map(ApplicationKind::code).toList())
                .query((row, i) -> counts.put(definitions.of(row.getString(1)).kind(), row.getLong(2)))
                .list();
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** The numbers of the menu: what waits in each queue, and the calls to make. */
    public Map<Page, Long> menu(DistrictId district) {
        Map<Page, Long> counts = new EnumMap<>(Page.class);
        kinds().forEach(kind -> counts.put(kind.reviews(), 0L));
        counts.put(Page.CALLS, 0L);
        // Two parts, each by its own index.
        jdbc.sql("SELECT kind, count(*), false FROM application WHERE district_id = :district AND kind IN (:kinds)"
                        + " AND status = 'PENDING' GROUP BY kind UNION ALL"
                        + " SELECT '', count(*), true FROM application WHERE district_id = :district AND kind IN (:kinds)"
                        + " AND " + ReviewQueue.UNNOTIFIED)
                .param("district", district.value())
                .param("kinds", kinds().stream().map(ApplicationKind::code).toList())
                .query((row, i) -> counts.merge(
                        row.getBoolean(3)
                                ? Page.CALLS
                                : definitions.of(row.getString(1)).kind().reviews(),
                        row.getLong(2),
                        Long::sum))
                .list();
        return counts;
    }

    private List<ApplicationKind> kinds() {
        return definitions.all().stream()
                .<ApplicationKind>map(ApplicationDefinition::kind)
                .toList();
    }

    /** What the district did since the first of this month, among the applications that have changed since. */
    public MonthFigures thisMonth(DistrictId district) {
        Instant first = LocalDate.ofInstant(clock.instant(), clock.getZone())
                .withDayOfMonth(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
        List<Done> done = jdbc.sql("SELECT e.action, cast(timezone(:zone, r.submitted_at) AS date),"
                        + " cast(timezone(:zone, e.at) AS date), count(*)"
                        + " FROM application_entry e JOIN application a USING (number)"
                        + " JOIN application_round r ON r.number = e.number AND r.round = e.round"
                        + " WHERE a.district_id = :district AND a.changed_at >= :first AND e.at >= :first"
                        + " AND e.action IN ('SUBMIT', 'RESUBMIT', 'APPROVE', 'RETURN', 'REFUSE') GROUP BY 1, 2, 3")
                .param("zone", clock.getZone().getId())
                .param("district", district.value())
                .param("first", Timestamp.from(first))
                .query((row, i) -> new Done(
                        ReviewAction.valueOf(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4)))
                .list();
        return new MonthFigures(
                count(done, action -> !action.isDecision()),
                count(done, action -> action == ReviewAction.APPROVE),
                count(done, action -> action == ReviewAction.RETURN),
                average(done));
    }

    private static long count(List<Done> done, Predicate<ReviewAction> wanted) {
        return done.stream()
                .filter(group -> wanted.test(group.action()))
                .mapToLong(Done::count)
                .sum();
    }

    private @Nullable BigDecimal average(List<Done> done) {
        List<Done> decided =
                done.stream().filter(group -> group.action().isDecision()).toList();
        long count = count(decided, action -> true);
        long days = decided.stream()
                .mapToLong(group -> group.count() * workingDays.between(group.submitted(), group.day()))
                .sum();
        return count == 0 ? null : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }
}
