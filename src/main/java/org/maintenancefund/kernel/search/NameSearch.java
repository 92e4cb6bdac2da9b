package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.SearchSql.SearchPlace;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds records of a table by any part of their names, page by page: exact hits first, then names that begin with the text,
 * then the rest; each in name order.
 */
@RequiredArgsConstructor
public final class NameSearch {

    private final JdbcClient jdbc;

    /** For the statements that ask the index of grams. */
    private final JdbcClient byGrams;

    private final SearchedTable table;

    /** Of a table without grams. */
    public NameSearch(JdbcClient jdbc, SearchedTable table) {
        this(jdbc, jdbc, table);
    }

    private record Hit<T>(T item, String name, UUID id, SearchBand band) {

        String cursor() {
            return Cursor.write(band, name, id);
        }
    }

    /** The hits of a query, counted up to the usual limit. */
    public <T> Listing<T> find(NameQuery query, RowMapper<T> rows) {
        return find(query, rows, CappedCount.LIMIT);
    }

    /**
     * The hits of a query.
     *
     * @param counted up to here they are counted
     */
    public <T> Listing<T> find(NameQuery query, RowMapper<T> rows, int counted) {
        return new Listing<>() {
            @Override
            public Cursor cursor(@Nullable String after, @Nullable String before) {
                return NameQuery.cursor(after, before);
            }

            @Override
            public Slice<T> slice(Cursor cursor, int size) {
                return NameSearch.this.slice(query, rows, cursor, size);
            }

            @Override
            public CappedCount count() {
                return NameSearch.this.count(query, counted);
            }
        };
    }

    private <T> Slice<T> slice(NameQuery query, RowMapper<T> rows, Cursor wanted, int size) {
        if (query.text().isTooLong() || !wanted.isReadable()) {
            return Slice.empty();
        }
        SearchSql sql = new SearchSql(table, query, wanted.backwards());
        List<SearchBand> all = bands(query.text(), wanted.backwards());
        SearchPlace place = SearchPlace.of(wanted, all);
        List<SearchBand> bands = all.subList(place.band(), all.size());
        List<Hit<T>> hits = query(jdbc, sql.hits(bands, place), sql, place, size + 1, rows);
        if (table.gramsOf() != null && bands.contains(SearchBand.WITHIN)) {
            hits = completed(hits, sql, bands, place, size + 1, rows);
        }
        Cursor cursor = place == SearchPlace.START ? Cursor.start() : wanted;
        Slice<Hit<T>> page = Slice.of(hits, cursor, Hit::cursor, size);
        return new Slice<>(page.items().stream().map(Hit::item).toList(), page.previous(), page.next());
    }

    private CappedCount count(NameQuery query, int limit) {
        if (query.text().isTooLong()) {
            return CappedCount.none();
        }
        SearchSql sql = new SearchSql(table, query, false);
        boolean walks = table.gramsOf() != null && !query.text().isBlank();
        // Planned anew: a small district is read by its index, a large one as it lies in the table.
        long amongSome = walks ? count(byGrams, sql.countAmongSome(), sql, limit) : 0;
        return CappedCount.ofCountedUpToOneMore(
                amongSome > limit ? amongSome : count(walks ? byGrams : jdbc, sql.count(), sql, limit), limit);
    }

    private static long count(JdbcClient jdbc, String counting, SearchSql sql, int limit) {
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

    /** The same where a page of hits within names lay among the next names; else these are looked for by their grams. */
    private <T> List<Hit<T>> completed(
            List<Hit<T>> hits, SearchSql sql, List<SearchBand> bands, SearchPlace place, int limit, RowMapper<T> rows) {
        boolean first = bands.get(0) == SearchBand.WITHIN;
        List<Hit<T>> others =
                hits.stream().filter(hit -> hit.band() != SearchBand.WITHIN).toList();
        int wanted = first ? limit : limit - others.size();
        if (hits.size() - others.size() == wanted) {
            return hits;
        }
        SearchPlace from = first ? place : SearchPlace.START;
        List<Hit<T>> within = query(byGrams, sql.hits(SearchBand.WITHIN, from), sql, from, wanted, rows);
        return Stream.of(first ? within : others, first ? others : within)
                .flatMap(List::stream)
                .limit(limit)
                .toList();
    }

    private static <T> List<Hit<T>> query(
            JdbcClient jdbc, String query, SearchSql sql, SearchPlace from, int limit, RowMapper<T> rows) {
        return jdbc.sql(query)
                .params(sql.parameters(from, limit))
                .query((row, number) -> new Hit<>(
                        rows.mapRow(row, number),
                        row.getString("sort_name"),
                        row.getObject("sort_id", UUID.class),
                        SearchBand.valueOf(row.getString("band"))))
                .list();
    }
}
