package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Committees by name, page by page. */
@Component
@Transactional(readOnly = true)
public class CommitteeRegister {

    /** Some thousands of committees in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE = new SearchedTable(
            "a.id",
            "committee a",
            "a.name_key COLLATE \"C\"",
            "strpos(a.name_key, :key) > 0",
            null,
            "(SELECT id FROM committee WHERE name_key = :key)");

    private final NameSearch names;
    private final CommitteeRepository committees;
    private final Clock clock;

    CommitteeRegister(JdbcClient jdbc, CommitteeRepository committees, Clock clock) {
        this.names = new NameSearch(jdbc, TABLE);
        this.committees = committees;
        this.clock = clock;
    }

    /** What is looked for; null asks nothing. */
    public record Filter(
            String text,
            @Nullable CommitteeAttribute attribute,
            @Nullable CommitteeStatus status,
            @Nullable TermWatch watch,
            @Nullable DistrictId district) {}

    public Slice<CommitteeView> page(Filter filter, Cursor cursor) {
        return slice(filter, cursor, Slice.SIZE);
    }

    /** A batch of an export: the same rows in the same order. */
    public Slice<CommitteeView> batch(Filter filter, Cursor cursor) {
        return slice(filter, cursor, Batches.SIZE);
    }

    public CappedCount count(Filter filter) {
        return names.count(query(filter, Cursor.start()));
    }

    private Slice<CommitteeView> slice(Filter filter, Cursor cursor, int size) {
        Slice<CommitteeId> ids =
                names.page(query(filter, cursor), (row, i) -> new CommitteeId(row.getObject("id", UUID.class)), size);
        LocalDate today = LocalDate.now(clock);
        Map<CommitteeId, CommitteeView> views = committees.findAllById(ids.items()).stream()
                .map(committee -> committee.view(today))
                .collect(Collectors.toMap(CommitteeView::id, Function.identity()));
        List<CommitteeView> found =
                ids.items().stream().map(views::get).filter(Objects::nonNull).toList();
        return new Slice<>(found, ids.previous(), ids.next());
    }

    /** {@link CommitteeStatus#of} in the words of the database. */
    private static String condition(CommitteeStatus status) {
        String terms = "EXISTS (SELECT FROM committee_term t WHERE t.committee_id = a.id";
        String running = terms + " AND :today BETWEEN t.starts_on AND t.ends_on)";
        String over = terms + " AND t.ends_on < :today)";
        String state = switch (status) {
            case IN_OFFICE -> "(NOT " + terms + ") OR " + running + ")";
            case EXPIRED -> "NOT " + running + " AND " + over;
            case NOT_BEGUN -> terms + ") AND NOT " + terms + " AND t.starts_on <= :today)";
            case DISSOLVED -> "true";
        };
        return "status " + (status == CommitteeStatus.DISSOLVED ? "=" : "<>") + " 'DISSOLVED' AND " + state;
    }

    private NameQuery query(Filter filter, Cursor cursor) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder place = new StringBuilder();
        if (filter.district() != null) {
            place.append(" AND district_id = :district");
            params.put("district", filter.district().value());
        }
        if (filter.attribute() != null) {
            place.append(" AND attribute = :attribute");
            params.put("attribute", filter.attribute().name());
        }
        if (filter.status() != null) {
            place.append(" AND ").append(condition(filter.status()));
            params.put("today", LocalDate.now(clock));
        }
        if (filter.watch() != null) {
            LocalDate today = LocalDate.now(clock);
            place.append(" AND ").append(filter.watch().condition());
            params.put("soon", TermWatch.soon(today));
            params.put(
                    "yearAgo",
                    TermWatch.yearAgo(today).atStartOfDay(clock.getZone()).toOffsetDateTime());
        }
        return new NameQuery(
                new SearchText(Organisations.nameKey(filter.text())), place.toString(), "", params, cursor);
    }
}
