package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.organisation.ReminderDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Committees by name, page by page. */
@Component
public class CommitteeRegister {

    /** Some thousands of committees in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE = SearchedTable.readThrough("a.id", "committee");

    private final NameSearch names;
    private final Committees committees;
    private final Clock clock;

    CommitteeRegister(JdbcClient jdbc, Committees committees, Clock clock) {
        this.names = new NameSearch(jdbc, TABLE);
        this.committees = committees;
        this.clock = clock;
    }

    public Listing<CommitteeView> list(String text, Conditions where) {
        String key = Organisations.typedKey(text);
        return names.find(
                        NameQuery.of(
                                new SearchText(key, key, SearchText.of(text).words()), where),
                        (row, i) -> new CommitteeId(row.getObject("id", UUID.class)))
                .map(this::views);
    }

    private List<CommitteeView> views(List<CommitteeId> ids) {
        Map<CommitteeId, CommitteeView> views = committees.views(ids);
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    /** Those of that status today, and those that have to be watched for that reason. */
    public Conditions today(Optional<CommitteeStatus> status, Optional<TermWatch> watch) {
        LocalDate today = LocalDate.now(clock);
        Conditions conditions = new Conditions()
                .bind("today", today)
                .bind("soon", ReminderDay.lastEnd(today))
                .bind(
                        "yearAgo",
                        TermWatch.yearAgo(today).atStartOfDay(clock.getZone()).toOffsetDateTime());
        status.map(CommitteeRegister::condition).ifPresent(conditions::and);
        watch.map(TermWatch::condition).ifPresent(conditions::and);
        return conditions;
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
}
