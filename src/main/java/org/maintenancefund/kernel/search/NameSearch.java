package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds records of a table by any part of their names, page by page: exact hits first, then names that begin with the text,
 * then the rest; each in name order.
 */
public final class NameSearch {

    private final JdbcClient jdbc;
    private final SearchedTable table;

    public NameSearch(JdbcClient jdbc, SearchedTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    private record Hit<T>(T item, String name, UUID id, SearchBand band) {

        String cursor() {
            return Cursor.write(band, name, id);
        }
    }

    /** A page of hits. */
    public <T> Slice<T> page(NameQuery query, RowMapper<T> rows) {
        return page(query, rows, Slice.SIZE);
    }

    /** A page of another size: a batch of an export. */
    public <T> Slice<T> page(NameQuery query, RowMapper<T> rows, int size) {
        if (query.text().isTooLong() || !query.cursor().isReadable()) {
            return Slice.empty();
        }
        SearchSql sql = new SearchSql(table, query);
        List<SearchBand> bands = bands(query.text(), query.cursor().backwards());
        SearchPlace place = SearchPlace.of(query.cursor(), bands);
        List<Hit<T>> hits = new ArrayList<>();
        for (int band = place.band(); band < bands.size() && hits.size() <= size; band++) {
            SearchPlace from = band == place.band() ? place : SearchPlace.START;
            hits.addAll(hits(sql, bands.get(band), from, size + 1 - hits.size(), rows));
        }
        Cursor cursor = place == SearchPlace.START ? Cursor.start() : query.cursor();
        Slice<Hit<T>> page = Slice.of(hits, cursor, Hit::cursor, size);
        return new Slice<>(page.items().stream().map(Hit::item).toList(), page.previous(), page.next());
    }

    /**
     * How many hits there are.
     *
     * @param limit counted up to here
     */
    public CappedCount count(NameQuery query, int limit) {
        if (query.text().isTooLong()) {
            return CappedCount.ofCountedUpToOneMore(0);
        }
        SearchSql sql = new SearchSql(table, query);
        boolean walks = table.gramsOf() != null && !query.text().isBlank();
        long amongNext = walks ? count(sql.countAmongNextNames(), sql, limit) : 0;
        return CappedCount.ofCountedUpToOneMore(amongNext > limit ? amongNext : count(sql.count(), sql, limit), limit);
    }

    /** The same up to the usual limit. */
    public CappedCount count(NameQuery query) {
        return count(query, CappedCount.LIMIT);
    }

    private long count(String counting, SearchSql sql, int limit) {
        return jdbc.sql(counting)
                .params(sql.parameters(SearchPlace.START, limit + 1))
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

    private <T> List<Hit<T>> hits(SearchSql sql, SearchBand band, SearchPlace from, int limit, RowMapper<T> rows) {
        if (band == SearchBand.WITHIN && table.gramsOf() != null) {
            List<Hit<T>> near = query(sql.hitsAmongNextNames(from), sql, band, from, limit, rows);
            if (near.size() == limit) {
                return near;
            }
        }
        return query(sql.hits(band, from), sql, band, from, limit, rows);
    }

    private <T> List<Hit<T>> query(
            String query, SearchSql sql, SearchBand band, SearchPlace from, int limit, RowMapper<T> rows) {
        return jdbc.sql(query)
                .params(sql.parameters(from, limit))
                .query((row, number) -> new Hit<>(
                        rows.mapRow(row, number),
                        row.getString("sort_name"),
                        row.getObject("sort_id", UUID.class),
                        band))
                .list();
    }
}
