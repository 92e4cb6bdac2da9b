package org.maintenancefund.application;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.web.DistrictFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much a district has to do. What is done grows for ever and is counted no further than a page shows. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class QueueFigures {

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
     * What of one kind a district has to do.
     *
     * @param pending submissions that wait for a decision
     * @param due     of them those that are due within one working day
     * @param overdue of them those that are over their time
     * @param oldest  when the one that waits longest was (re)submitted; null where none waits
     * @param untold  decided ones whose contact nobody told
     * @param owed    paper documents that approvals didn't wait for
     */
    public record Waiting(
            long pending, long due, long overdue, @Nullable Instant oldest, long untold, long owed) {

        private static final Waiting NONE = new Waiting(0, 0, 0, null, 0, 0);

        /** What can't wait. */
        public long urgent() {
            return due + overdue;
        }

        private Waiting and(Waiting other) {
            return new Waiting(
                    pending + other.pending,
                    due + other.due,
                    overdue + other.overdue,
                    oldest == null ? other.oldest : oldest,
                    untold + other.untold,
                    owed + other.owed);
        }
    }

    /** By kind, in their order; kinds of which there is nothing to do are left out. */
    private record AllWaiting(Map<ApplicationKind, Waiting> byKind) {}

    /** Up to here a tab is counted, on each look at a queue: who has more of them wants no exact number. */
    private static final int COUNTED = 1_000;

    /** By status, each by its part of the index of the queues, and what of it is urgent. */
    private static final String COUNTS = "SELECT s.status, (SELECT count(*) FROM (SELECT 1 FROM application a"
            + " WHERE a.district_id = :district AND a.kind = :kind AND a.status = s.status LIMIT "
            + (COUNTED + 1) + ") AS found), (SELECT count(*) FROM application a WHERE s.status = 'PENDING'"
            + " AND a.district_id = :district AND a.kind = :kind AND a.status = 'PENDING' AND a.due_on <= :soon)"
            + " FROM unnest(CAST(:statuses AS text[])) AS s (status)";

    /** Of a submission that waits; all kinds are named, so that the index of the queues serves. */
    private static final String PENDING = "count(*), count(*) FILTER (WHERE due_on BETWEEN :today AND :soon),"
            + " count(*) FILTER (WHERE due_on < :today), min(submitted_at)";

    /** All that a district has to do, by kind: three parts, each by its own index. */
    private static final String WAITING = "SELECT kind, " + PENDING + ", 0, 0 FROM application"
            + " WHERE district_id = :district AND kind IN (:kinds) AND status = 'PENDING' GROUP BY kind"
            + " UNION ALL SELECT kind, 0, 0, 0, NULL, count(*), 0 FROM application"
            + " WHERE district_id = :district AND kind IN (:kinds) AND " + ReviewQueue.UNNOTIFIED + " GROUP BY kind"
            + " UNION ALL SELECT a.kind, 0, 0, 0, NULL, 0, count(*) FROM application_owed_paper p"
            + " JOIN application a USING (number) WHERE p.received_at IS NULL AND a.district_id = :district GROUP BY a.kind";

    private static final String BY_DISTRICT = "SELECT district_id, " + PENDING + ", 0, 0 FROM application"
            + " WHERE district_id IN (:districts) AND kind IN (:kinds) AND status = 'PENDING' GROUP BY district_id";

    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final WorkingDays workingDays;
    private final DistrictFigures kept;
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

    /**
     * What the district has to do, of all kinds by one question, which all who show something of it share; kinds of which there
     * is nothing are left out.
     */
    public Map<ApplicationKind, Waiting> waiting(DistrictId district) {
        return kept.of(district, AllWaiting.class, () -> count(district)).byKind();
    }

    private AllWaiting count(DistrictId district) {
        Map<ApplicationKind, Waiting> waiting = new HashMap<>();
        asked(WAITING)
                .param("district", district.value())
                .query((row, i) ->
                        waiting.merge(definitions.of(row.getString(1)).kind(), waiting(row), Waiting::and))
                .list();
        Map<ApplicationKind, Waiting> inOrder = new LinkedHashMap<>();
        kinds().stream().filter(waiting::containsKey).forEach(kind -> inOrder.put(kind, waiting.get(kind)));
        return new AllWaiting(inOrder);
    }

    /** What waits for a decision in each district, all kinds together; also those where nothing does. */
    public Map<DistrictId, Waiting> waitingByDistrict(Collection<DistrictId> districts) {
        Map<DistrictId, Waiting> waiting = new HashMap<>();
        districts.forEach(district -> waiting.put(district, Waiting.NONE));
        if (!districts.isEmpty()) {
            asked(BY_DISTRICT)
                    .param(
                            "districts",
                            districts.stream().map(DistrictId::value).toList())
                    .query((row, i) -> waiting.put(new DistrictId(row.getObject(1, UUID.class)), waiting(row)))
                    .list();
        }
        return waiting;
    }

    private JdbcClient.StatementSpec asked(String statement) {
        return jdbc.sql(statement)
                .param("today", LocalDate.now(clock))
                .param("soon", workingDays.due(clock.instant(), 1))
                .param("kinds", kinds().stream().map(ApplicationKind::code).toList());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Timestamp oldest = row.getTimestamp(5);
        return new Waiting(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                oldest == null ? null : oldest.toInstant(),
                row.getLong(6),
                row.getLong(7));
    }

    /** The numbers of the menu: what waits in each queue, and the calls to make. */
    public Map<Page, Long> menu(DistrictId district) {
        Map<Page, Long> counts = new EnumMap<>(Page.class);
        kinds().forEach(kind -> counts.put(kind.reviews(), 0L));
        counts.put(Page.CALLS, 0L);
        waiting(district).forEach((kind, waiting) -> {
            counts.merge(kind.reviews(), waiting.pending(), Long::sum);
            counts.merge(Page.CALLS, waiting.untold(), Long::sum);
        });
        return counts;
    }

    private List<ApplicationKind> kinds() {
        return definitions.all().stream()
                .<ApplicationKind>map(ApplicationDefinition::kind)
                .toList();
    }
}
