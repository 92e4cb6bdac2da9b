package org.maintenancefund.area.domain;

import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds areas by any part of their names, address or number, page by page, among a million. */
@Component
public class AreaFinder {

    /**
     * How far hits are counted: the hits of a frequent character among a million areas are some hundred thousand, and the
     * index would bring up all of them to count ten thousand.
     */
    private static final int COUNTED = 1_000;

    private final JdbcClient jdbc;
    private final NameSearch names;
    private final AreaRows rows;

    AreaFinder(JdbcClient jdbc, AreaRows rows) {
        this.jdbc = jdbc;
        this.names = new NameSearch(jdbc, AreaQuery.TABLE);
        this.rows = rows;
    }

    /** A page of hits: exact ones first, then names that begin with the text, then the rest; each in name order. */
    @Transactional(readOnly = true)
    public Slice<AreaView> find(AreaSearch search) {
        planForTheseWords();
        return names.page(AreaQuery.of(search), rows);
    }

    /** A batch of an export: the same hits in the same order. */
    @Transactional(readOnly = true)
    public Slice<AreaView> batch(AreaSearch search) {
        planForTheseWords();
        return names.page(AreaQuery.of(search), rows, Batches.SIZE);
    }

    /** How many hits there are, counted up to a limit. */
    @Transactional(readOnly = true)
    public CappedCount count(AreaSearch search) {
        planForTheseWords();
        return names.count(AreaQuery.of(search), COUNTED);
    }

    /**
     * The best plan for a rare word is the worst for a frequent one, so no plan is kept from the words before: without
     * this PostgreSQL settles for one after some executions. Room enough for a frequent word's rows: what does not fit is
     * found again by working out the grams of row after row, which takes seconds. And no other processes, whose start
     * alone takes longer than most searches.
     */
    private void planForTheseWords() {
        jdbc.sql(
                        "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '64MB', true),"
                                + " set_config('max_parallel_workers_per_gather', '0', true)")
                .query((row, number) -> true)
                .single();
    }
}
