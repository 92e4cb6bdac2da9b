package org.maintenancefund.area.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
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
    private final NamedParameterJdbcTemplate streaming;
    private final AreaRows rows;

    AreaFinder(JdbcClient jdbc, DataSource database, AreaRows rows) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(database);
        // With a fetch size the driver keeps a cursor open instead of holding all rows.
        template.setFetchSize(FETCHED);
        this.streaming = new NamedParameterJdbcTemplate(template);
        this.rows = rows;
    }

    /** A row together with its place in the order. */
    private record Hit(AreaView area, String nameKey, SearchBand band) {

        String cursor() {
            return Cursor.write(band, nameKey, area.id());
        }
    }

    /** A page of hits: exact ones first, then names that begin with the text, then the rest; each in name order. */
    @Transactional(readOnly = true)
    public Slice<AreaView> find(AreaSearch search) {
        SearchText text = SearchText.of(search.text());
        if (text.isTooLong()) {
            return Slice.empty();
        }
        planForTheseWords();
        SearchSql sql = new SearchSql(search, text);
        List<SearchBand> bands = bands(text, search.cursor().backwards());
        SearchPlace place = SearchPlace.of(search.cursor(), bands);
        List<Hit> hits = new ArrayList<>();
        for (int band = place.band(); band < bands.size() && hits.size() <= Slice.SIZE; band++) {
            SearchPlace from = band == place.band() ? place : SearchPlace.START;
            hits.addAll(hits(sql, bands.get(band), from, Slice.SIZE + 1 - hits.size()));
        }
        Cursor cursor = place == SearchPlace.START ? Cursor.start() : search.cursor();
        Slice<Hit> page = Slice.of(hits, cursor, Hit::cursor);
        return new Slice<>(page.items().stream().map(Hit::area).toList(), page.previous(), page.next());
    }

    /**
     * Hands over all hits in name order, fetched some at a time while they are taken.
     *
     * @param taker takes them before it returns
     */
    @Transactional(readOnly = true)
    public void each(AreaSearch search, Consumer<Iterator<AreaView>> taker) {
        SearchText text = SearchText.of(search.text());
        if (text.isTooLong()) {
            taker.accept(Collections.emptyIterator());
            return;
        }
        planForTheseWords();
        SearchSql sql = new SearchSql(search, text);
        try (Stream<AreaView> hits = streaming.queryForStream(sql.all(), sql.parameters(SearchPlace.START, 0), rows)) {
            taker.accept(hits.iterator());
        }
    }

    /** How many hits there are, counted up to a limit. */
    @Transactional(readOnly = true)
    public CappedCount count(AreaSearch search) {
        SearchText text = SearchText.of(search.text());
        if (text.isTooLong()) {
            return CappedCount.ofCountedUpToOneMore(0);
        }
        planForTheseWords();
        SearchSql sql = new SearchSql(search, text);
        long amongNext = text.isBlank() ? 0 : count(sql.countAmongNextNames(), sql);
        return CappedCount.ofCountedUpToOneMore(amongNext > COUNTED ? amongNext : count(sql.count(), sql), COUNTED);
    }

    private long count(String query, SearchSql sql) {
        return jdbc.sql(query)
                .params(sql.parameters(SearchPlace.START, COUNTED + 1))
                .query(Long.class)
                .single();
    }

    private static List<SearchBand> bands(SearchText text, boolean backwards) {
        if (text.isBlank()) {
            return List.of(SearchBand.ALL);
        }
        List<SearchBand> bands = new ArrayList<>(List.of(SearchBand.EXACT, SearchBand.PREFIX, SearchBand.WITHIN));
        if (backwards) {
            Collections.reverse(bands);
        }
        return bands;
    }

    private List<Hit> hits(SearchSql sql, SearchBand band, SearchPlace from, int limit) {
        if (band == SearchBand.WITHIN) {
            List<Hit> near = query(sql.hitsAmongNextNames(from), sql, band, from, limit);
            if (near.size() == limit) {
                return near;
            }
        }
        return query(sql.hits(band, from), sql, band, from, limit);
    }

    private List<Hit> query(String query, SearchSql sql, SearchBand band, SearchPlace from, int limit) {
        return jdbc.sql(query)
                .params(sql.parameters(from, limit))
                .query((row, number) -> new Hit(rows.mapRow(row, number), row.getString("name_key"), band))
                .list();
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
