package org.maintenancefund.area.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaSearch.AreaTraits;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds areas by any part of their names, address or number, page by page, among a million. */
@Component
public class AreaFinder {

    /**
     * How far hits are counted: the hits of a frequent character among a million areas are some hundred thousand, and the
     * index would bring up all of them to count ten thousand.
     */
    private static final int COUNTED = 1_000;

    static final SearchedTable TABLE = new SearchedTable(
            AreaRows.COLUMNS, "area a", "a.name_key", "strpos(a.search_key, :key) > 0", "a.search_key", """
            (SELECT id FROM area WHERE name_key = :key
             UNION ALL SELECT area_id FROM area_alias WHERE name_key = :key
             UNION ALL SELECT id FROM area WHERE code = :code)""");

    private final JdbcClient jdbc;
    private final NameSearch names;
    private final AreaRows rows;
    private final TransactionTemplate transaction;

    AreaFinder(JdbcClient jdbc, AreaRows rows, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.names = new NameSearch(jdbc, TABLE);
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /** Exact hits first, then names that begin with the text, then the rest; each in name order. */
    public Listing<AreaView> list(AreaSearch search) {
        Listing<AreaView> found = names.find(query(search), rows, COUNTED);
        return new Listing<>() {
            @Override
            public Cursor cursor(@Nullable String after, @Nullable String before) {
                return found.cursor(after, before);
            }

            @Override
            public Slice<AreaView> slice(Cursor cursor, int size) {
                return planned(() -> found.slice(cursor, size));
            }

            @Override
            public CappedCount count() {
                return planned(found::count);
            }
        };
    }

    /**
     * The best plan for a rare word is the worst for a frequent one, so no plan is kept from the words before: without
     * this PostgreSQL settles for one after some executions. Room enough for a frequent word's rows: what does not fit is
     * found again by working out the grams of row after row, which takes seconds. And no other processes, whose start
     * alone takes longer than most searches.
     */
    private <R> R planned(Supplier<R> question) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
                            + " set_config('work_mem', '64MB', true),"
                            + " set_config('max_parallel_workers_per_gather', '0', true)")
                    .query((row, number) -> true)
                    .single();
            return question.get();
        }));
    }

    /** What a search is as a query. */
    static NameQuery query(AreaSearch search) {
        SearchText text = SearchText.of(search.text());
        Conditions place = new Conditions()
                .bind("code", AreaText.code(search.text()).orElse(""))
                .constant("a.state", search.withMerged() ? Optional.empty() : Optional.of(AreaState.ACTIVE))
                .equal("a.district_id", Optional.ofNullable(search.district()).map(DistrictId::value))
                .equal("a.street_id", Optional.ofNullable(search.street()).map(StreetId::value));
        return new NameQuery(text, place, traits(search.traits()));
    }

    private static Conditions traits(AreaTraits asked) {
        Conditions traits = new Conditions().equal("a.type", Optional.ofNullable(asked.type()));
        if (asked.today() != null) {
            traits.bind("today", asked.today());
        }
        when(traits, asked.withAccount(), "a.fund_account_number IS NOT NULL");
        when(traits, asked.withCommittee(), "EXISTS (SELECT FROM area_governed g WHERE g.area_id = a.id)");
        when(
                traits,
                asked.withCompany(),
                "EXISTS (SELECT FROM area_managed m WHERE m.area_id = a.id AND m.effective @> :today)");
        return traits;
    }

    private static void when(Conditions conditions, @Nullable Boolean wanted, String condition) {
        if (wanted != null) {
            conditions.and(wanted ? condition : "NOT (" + condition + ")");
        }
    }
}
