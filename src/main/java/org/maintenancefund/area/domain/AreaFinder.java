package org.maintenancefund.area.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds areas by any part of their names, address or number, page by page, among a million. */
@Component
public class AreaFinder {

    private static final List<SearchBand> BANDS = List.of(SearchBand.EXACT, SearchBand.PREFIX, SearchBand.WITHIN);

    private final JdbcClient jdbc;
    private final AreaRows rows;

    AreaFinder(JdbcClient jdbc, AreaRows rows) {
        this.jdbc = jdbc;
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
        List<SearchBand> bands = bands(text, search.cursor().backwards());
        Place from = Place.of(search.cursor(), bands);
        List<Hit> hits = new ArrayList<>();
        for (SearchBand band : bands.subList(from.band(), bands.size())) {
            boolean first = band == bands.get(from.band());
            hits.addAll(hits(search, text, band, first ? from : Place.START, Slice.SIZE + 1 - hits.size()));
            if (hits.size() > Slice.SIZE) {
                break;
            }
        }
        Cursor cursor = from == Place.START ? Cursor.start() : search.cursor();
        Slice<Hit> page = Slice.of(hits, cursor, Hit::cursor);
        return new Slice<>(page.items().stream().map(Hit::area).toList(), page.previous(), page.next());
    }

    /** How many hits there are, counted up to a limit. */
    @Transactional(readOnly = true)
    public CappedCount count(AreaSearch search) {
        SearchText text = SearchText.of(search.text());
        if (text.isTooLong()) {
            return CappedCount.ofCountedUpToOneMore(0);
        }
        planForTheseWords();
        String condition = text.isBlank() ? SearchBand.ALL.condition() : SearchBand.CONTAINS;
        long counted = jdbc.sql("SELECT count(*) FROM (SELECT FROM area a WHERE " + condition + filter(search)
                        + " LIMIT :limit) AS counted")
                .params(parameters(search, text))
                .param("limit", CappedCount.LIMIT + 1)
                .query(Long.class)
                .single();
        return CappedCount.ofCountedUpToOneMore(counted);
    }

    private static List<SearchBand> bands(SearchText text, boolean backwards) {
        if (text.isBlank()) {
            return List.of(SearchBand.ALL);
        }
        List<SearchBand> bands = new ArrayList<>(BANDS);
        if (backwards) {
            Collections.reverse(bands);
        }
        return bands;
    }

    private List<Hit> hits(AreaSearch search, SearchText text, SearchBand band, Place from, int limit) {
        Map<String, Object> parameters = parameters(search, text);
        parameters.put("limit", limit);
        parameters.put("fromName", from.nameKey());
        parameters.put("fromId", from.id());
        return jdbc.sql(sql(search, band, from))
                .params(parameters)
                .query((row, number) -> new Hit(rows.mapRow(row, number), row.getString("name_key"), band))
                .list();
    }

    private static String sql(AreaSearch search, SearchBand band, Place from) {
        boolean backwards = search.cursor().backwards();
        String behind = from == Place.START
                ? ""
                : " AND (a.name_key, a.id) " + (backwards ? "<" : ">") + " (:fromName, :fromId)";
        String order = backwards ? " ORDER BY a.name_key DESC, a.id DESC" : " ORDER BY a.name_key, a.id";
        return AreaRows.SELECT + "WHERE " + band.condition() + filter(search) + behind + order + " LIMIT :limit";
    }

    private static String filter(AreaSearch search) {
        return (search.withMerged() ? "" : " AND a.state = 'ACTIVE'")
                + (search.district() == null ? "" : " AND a.district_id = :district")
                + (search.street() == null ? "" : " AND a.street_id = :street");
    }

    private static Map<String, Object> parameters(AreaSearch search, SearchText text) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", text.key());
        parameters.put("keyEnd", text.prefixEnd());
        parameters.put("code", text.code().orElse(""));
        parameters.put("grams", text.grams().toArray(String[]::new));
        parameters.put("oneGram", text.isOneGram());
        parameters.put("district", search.district() == null ? null : search.district().value());
        parameters.put("street", search.street() == null ? null : search.street().value());
        return parameters;
    }

    /**
     * The best plan for a rare word is the worst for a frequent one, so no plan is kept from the words before: without
     * this PostgreSQL settles for one after some executions.
     */
    private void planForTheseWords() {
        jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
    }

    /**
     * Where a page begins.
     *
     * @param band    position among the bands in the direction of travel
     * @param nameKey the name behind which it begins
     * @param id      the area behind which it begins
     */
    private record Place(int band, String nameKey, UUID id) {

        static final Place START = new Place(0, "", new UUID(0, 0));

        /** A cursor that belongs to another kind of search or was tampered with means the beginning. */
        static Place of(Cursor cursor, List<SearchBand> bands) {
            if (cursor.atStart()) {
                return START;
            }
            try {
                int band = bands.indexOf(SearchBand.valueOf(cursor.keys().get(0)));
                UUID id = UUID.fromString(cursor.keys().get(2));
                return band < 0 ? START : new Place(band, cursor.keys().get(1), id);
            } catch (IllegalArgumentException tamperedWith) {
                return START;
            }
        }
    }
}
