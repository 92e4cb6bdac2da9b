package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.SearchSql.SearchPlace;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds records of a table by any part of their names, page by page: exact hits first, then the same names in other writing,
 * then names that begin with the text, then the rest; each in name order. Near names are asked for by themselves, where that
 * brings nothing or little.
 */
@RequiredArgsConstructor
public final class NameSearch {

    /**
     * So many hits among the first names looked through, and going on with the next ones has a page together sooner than the index
     * of grams, which would bring up all its hits, some thousands of them, and sort them.
     */
    private static final int ENOUGH_TO_GO_ON = 4;

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

        SearchPlace place() {
            return new SearchPlace(0, name, id);
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
        return find(query, query, rows, counted);
    }

    /**
     * The same with more places to look for near names in.
     *
     * @param elsewhere asked for near names where there are none
     */
    public <T> Listing<T> find(NameQuery query, NameQuery elsewhere, RowMapper<T> rows, int counted) {
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

            @Override
            public List<T> near(int most) {
                List<T> near = NameSearch.this.near(query, rows, most);
                return near.isEmpty() && elsewhere != query ? NameSearch.this.near(elsewhere, rows, most) : near;
            }
        };
    }

    /** A record that may be meant. */
    private record Candidate(UUID id, Likeness.Rank rank) {}

    private <T> List<T> near(NameQuery query, RowMapper<T> rows, int most) {
        if (query.text().isTooLong() || ChineseText.length(query.text().written()) < 2) {
            return List.of();
        }
        NearSql sql = new NearSql(table, query);
        Likeness likeness = new Likeness(query.text());
        Map<UUID, String> keys = new HashMap<>();
        jdbc.sql(sql.candidates())
                .params(sql.parameters())
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("search_key")))
                .list()
                .forEach(found -> keys.put(found.getKey(), found.getValue()));
        List<UUID> likest = keys.entrySet().stream()
                .flatMap(found ->
                        likeness.of(found.getValue()).map(rank -> new Candidate(found.getKey(), rank)).stream())
                .sorted(Comparator.comparing(Candidate::rank).thenComparing(Candidate::id))
                .limit(most)
                .map(Candidate::id)
                .toList();
        return likest.isEmpty() ? List.of() : read(likest, sql, rows);
    }

    private <T> List<T> read(List<UUID> ids, NearSql sql, RowMapper<T> rows) {
        Map<UUID, T> read = new HashMap<>();
        jdbc.sql(sql.rows())
                .params(sql.parameters())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("sort_id", UUID.class), rows.mapRow(row, number)))
                .list()
                .forEach(row -> read.put(row.getKey(), row.getValue()));
        return ids.stream().flatMap(id -> Stream.ofNullable(read.get(id))).toList();
    }

    private <T> Slice<T> slice(NameQuery query, RowMapper<T> rows, Cursor wanted, int size) {
        if (query.text().isTooLong() || !wanted.isReadable()) {
            return Slice.empty();
        }
        SearchSql sql = new SearchSql(table, query, wanted.backwards());
        List<SearchBand> all = bands(query.text(), wanted.backwards());
        SearchPlace place = SearchPlace.of(wanted, all);
        List<SearchBand> bands = all.subList(place.band(), all.size());
        List<Hit<T>> hits = query(jdbc, sql.hits(bands, place, size + 1), sql, place, rows);
        if (bands.contains(SearchBand.FURTHER)) {
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
        long amongSome = walks ? count(byGrams, sql.countAmongSome(limit + 1), sql) : 0;
        return CappedCount.ofCountedUpToOneMore(
                amongSome > limit ? amongSome : count(walks ? byGrams : jdbc, sql.count(limit + 1), sql), limit);
    }

    private static long count(JdbcClient jdbc, String counting, SearchSql sql) {
        return jdbc.sql(counting)
                .params(sql.parameters(SearchPlace.START))
                .query(Long.class)
                .single();
    }

    private List<SearchBand> bands(SearchText text, boolean backwards) {
        if (text.isBlank()) {
            return List.of(SearchBand.ALL);
        }
        List<SearchBand> within =
                table.gramsOf() == null ? List.of(SearchBand.WITHIN) : List.of(SearchBand.WITHIN, SearchBand.FURTHER);
        List<SearchBand> others = new ArrayList<>(
                table.sameIds() == null
                        ? List.of(SearchBand.EXACT, SearchBand.PREFIX)
                        : List.of(SearchBand.EXACT, SearchBand.SAME, SearchBand.PREFIX));
        if (backwards) {
            Collections.reverse(others);
        }
        return Stream.of(backwards ? within : others, backwards ? others : within)
                .flatMap(List::stream)
                .toList();
    }

    /** A page of them; hits within names are looked for further on, or by their grams, where the next names did not fill it. */
    private <T> List<Hit<T>> completed(
            List<Hit<T>> found,
            SearchSql sql,
            List<SearchBand> bands,
            SearchPlace place,
            int limit,
            RowMapper<T> rows) {
        List<Hit<T>> others = of(found, SearchBand.EXACT, SearchBand.SAME, SearchBand.PREFIX);
        List<Hit<T>> within = of(found, SearchBand.WITHIN);
        List<Hit<T>> further = of(found, SearchBand.FURTHER);
        boolean first = bands.get(0) == SearchBand.WITHIN;
        int wanted = first ? limit : limit - others.size();
        if (within.size() < wanted && within.size() >= ENOUGH_TO_GO_ON && !further.isEmpty()) {
            SearchPlace behind = further.get(0).place();
            List<Hit<T>> next = query(jdbc, sql.hitsFurtherOn(behind, wanted - within.size()), sql, behind, rows);
            within = Stream.concat(within.stream(), of(next, SearchBand.WITHIN).stream())
                    .toList();
            further = of(next, SearchBand.FURTHER);
        }
        if (within.size() < wanted && !further.isEmpty()) {
            SearchPlace from = first ? place : SearchPlace.START;
            within = query(byGrams, sql.hits(SearchBand.WITHIN, from, wanted), sql, from, rows);
        }
        return Stream.of(first ? within : others, first ? others : within)
                .flatMap(List::stream)
                .limit(limit)
                .toList();
    }

    private static <T> List<Hit<T>> of(List<Hit<T>> hits, SearchBand... bands) {
        return hits.stream().filter(hit -> List.of(bands).contains(hit.band())).toList();
    }

    private static <T> List<Hit<T>> query(
            JdbcClient jdbc, String query, SearchSql sql, SearchPlace from, RowMapper<T> rows) {
        return jdbc.sql(query)
                .params(sql.parameters(from))
                .query((row, number) -> new Hit<>(
                        rows.mapRow(row, number),
                        row.getString("sort_name"),
                        row.getObject("sort_id", UUID.class),
                        SearchBand.valueOf(row.getString("band"))))
                .list();
    }
}
