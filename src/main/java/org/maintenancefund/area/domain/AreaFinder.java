package org.maintenancefund.area.domain;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameSearch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds areas by any part of their names, address or number, page by page, among a million. */
@Component
public class AreaFinder {

    private static final int FETCHED = 500;

    /**
     * How far hits are counted: the hits of a frequent character among a million areas are some hundred thousand, and the
     * index would bring up all of them to count ten thousand.
     */
    private static final int COUNTED = 1_000;

    private final JdbcClient jdbc;
    private final NameSearch names;
    private final NamedParameterJdbcTemplate streaming;
    private final AreaRows rows;

    AreaFinder(JdbcClient jdbc, DataSource database, AreaRows rows) {
        this.jdbc = jdbc;
        this.names = new NameSearch(jdbc, AreaQuery.TABLE);
        JdbcTemplate template = new JdbcTemplate(database);
        // With a fetch size the driver keeps a cursor open instead of holding all rows.
        template.setFetchSize(FETCHED);
        this.streaming = new NamedParameterJdbcTemplate(template);
        this.rows = rows;
    }

    /** A page of hits: exact ones first, then names that begin with the text, then the rest; each in name order. */
    @Transactional(readOnly = true)
    public Slice<AreaView> find(AreaSearch search) {
        planForTheseWords();
        return names.page(AreaQuery.of(search), rows);
    }

    /**
     * Hands over all hits in name order, fetched some at a time while they are taken.
     *
     * @param taker takes them before it returns
     */
    @Transactional(readOnly = true)
    public void each(AreaSearch search, Consumer<Iterator<AreaView>> taker) {
        planForTheseWords();
        try (Stream<AreaView> hits = names.all(streaming, AreaQuery.of(search), rows)) {
            taker.accept(hits.iterator());
        }
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
