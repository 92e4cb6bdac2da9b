package org.maintenancefund.kernel.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.kernel.paging.Cursor;

/** The queries of one search; all of them take the same named parameters. */
public final class SearchSql {

    /**
     * Behind which hit a page begins, in the direction of travel.
     *
     * @param band    position among the bands in the direction of travel
     * @param nameKey the hit's folded name
     */
    public record SearchPlace(int band, String nameKey, UUID id) {

        public static final SearchPlace START = new SearchPlace(0, "", new UUID(0, 0));

        /** A cursor that belongs to another kind of search means the beginning. */
        static SearchPlace of(Cursor cursor, List<SearchBand> bands) {
            if (cursor.atStart()) {
                return START;
            }
            try {
                int band = bands.indexOf(SearchBand.valueOf(cursor.keys().get(0)));
                UUID id = cursor.id(2);
                return band < 0 ? START : new SearchPlace(band, cursor.keys().get(1), id);
            } catch (IllegalArgumentException tamperedWith) {
                return START;
            }
        }
    }

    /** How many names are looked through before the index of grams is asked. */
    static final int WALK = 2000;

    /** How many are looked through before hits are counted by it. */
    private static final int COUNT_WALK = 10_000;

    private final SearchedTable table;
    private final NameQuery query;
    private final SearchText text;
    private final boolean backwards;
    private final String beginsWith;

    /** @param backwards true where hits are read from the last one up */
    public SearchSql(SearchedTable table, NameQuery query, boolean backwards) {
        this.table = table;
        this.query = query;
        this.text = query.text();
        this.backwards = backwards;
        this.beginsWith = "(" + table.nameKey() + " >= :key AND " + table.nameKey() + " < :keyEnd)";
    }

    /** Hits of a band in name order, from an index. */
    public String hits(SearchBand band, SearchPlace from) {
        return select(band) + "FROM " + table.from() + " WHERE " + condition(band) + filter() + behind(from) + order()
                + " LIMIT :limit";
    }

    /**
     * Hits of some bands, one band after the other, in one statement: the database begins with a band where those before it have
     * not filled the page. Those {@link SearchBand#WITHIN} are looked for {@linkplain #hitsAmongNextNames among the next names},
     * where the table has grams.
     *
     * <p>The order of the bands is that of the parts: PostgreSQL appends them one after the other where it has no other processes
     * to help, as {@code connection-init-sql} says. Ordering the whole would work out all of them each time.
     *
     * @param from lies in the first of them
     */
    String hits(List<SearchBand> bands, SearchPlace from) {
        if (bands.size() == 1) {
            return hitsFirst(bands.get(0), from);
        }
        return bands.stream()
                        .map(band -> hitsFirst(band, band == bands.get(0) ? from : SearchPlace.START))
                        .collect(Collectors.joining(") UNION ALL (", "(", ")"))
                + " LIMIT :limit";
    }

    private String hitsFirst(SearchBand band, SearchPlace from) {
        return band == SearchBand.WITHIN && table.gramsOf() != null ? hitsAmongNextNames(from) : hits(band, from);
    }

    /**
     * Hits {@link SearchBand#WITHIN} among the next names. A frequent character has a page together after some dozens of
     * names, where the index of grams would have to bring up and sort all its hits; where it has not, the hits are few or
     * lie elsewhere, and the index is the better way.
     */
    private String hitsAmongNextNames(SearchPlace from) {
        return select(SearchBand.WITHIN) + "FROM (SELECT * FROM " + table.from() + " WHERE NOT " + beginsWith + filter()
                + behind(from) + order() + " LIMIT " + WALK + ") a WHERE " + table.contains() + " AND a.id NOT IN "
                + table.exactIds() + order() + " LIMIT :limit";
    }

    /** All hits of all bands in name order. */
    String all() {
        return select(SearchBand.ALL) + "FROM " + table.from() + " WHERE " + anywhere() + filter() + " ORDER BY "
                + table.nameKey() + ", a.id";
    }

    /**
     * How many hits there are among some thousand rows, up to a limit: of a frequent word enough to say that it is frequent. As
     * they lie in the table, for in the order of names each would be fetched from another place.
     */
    String countAmongSome() {
        return "SELECT count(*) FROM (SELECT FROM (SELECT * FROM " + table.from() + " WHERE true"
                + query.place().sql()
                + " LIMIT " + COUNT_WALK + ") a WHERE " + table.contains()
                + query.traits().sql()
                + " LIMIT :limit) AS counted";
    }

    /** How many hits there are in all bands, up to a limit. */
    String count() {
        return "SELECT count(*) FROM (SELECT FROM " + table.from() + " WHERE " + anywhere() + filter()
                + " LIMIT :limit) AS counted";
    }

    public Map<String, Object> parameters(SearchPlace from, int limit) {
        Map<String, Object> parameters = new HashMap<>(query.params());
        parameters.put("key", text.key());
        parameters.put("keyEnd", text.prefixEnd());
        parameters.put("grams", text.grams().toArray(String[]::new));
        parameters.put("fromName", from.nameKey());
        parameters.put("fromId", from.id());
        parameters.put("limit", limit);
        return parameters;
    }

    /** The band and the sort key go along, for the cursor. */
    private String select(SearchBand band) {
        return "SELECT " + table.columns() + ", '" + band + "' AS band, " + table.nameKey()
                + " AS sort_name, a.id AS sort_id ";
    }

    private String condition(SearchBand band) {
        return switch (band) {
            case EXACT -> "a.id IN " + table.exactIds();
            case PREFIX -> beginsWith + " AND a.id NOT IN " + table.exactIds();
            case WITHIN -> within() + " AND NOT " + beginsWith + " AND a.id NOT IN " + table.exactIds();
            case ALL -> "true";
        };
    }

    private String anywhere() {
        return text.isBlank() ? "true" : within();
    }

    /** One gram is found by itself; where all of several are, they may still stand apart. */
    private String within() {
        if (table.gramsOf() == null) {
            return table.contains();
        }
        String hasGrams = "grams(" + table.gramsOf() + ") @> :grams::text[]";
        return text.isOneGram() ? hasGrams : hasGrams + " AND " + table.contains();
    }

    private String filter() {
        return query.place().sql() + query.traits().sql();
    }

    private String behind(SearchPlace from) {
        if (from == SearchPlace.START) {
            return "";
        }
        return " AND (" + table.nameKey() + ", a.id) " + (backwards ? "<" : ">") + " (:fromName, :fromId)";
    }

    private String order() {
        return backwards
                ? " ORDER BY " + table.nameKey() + " DESC, a.id DESC"
                : " ORDER BY " + table.nameKey() + ", a.id";
    }
}
