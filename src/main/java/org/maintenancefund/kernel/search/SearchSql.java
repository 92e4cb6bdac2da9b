package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.paging.Cursor;

/** The queries of one search; all of them take the same named parameters. */
public final class SearchSql {

    /**
     * Behind which hit a page begins, in the direction of travel.
     *
     * @param band    position among the bands in the direction of travel
     * @param sortKey of the hit's name
     */
    public record SearchPlace(int band, String sortKey, UUID id) {

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

    /** How many more where there were some hits among those, but no page of them. */
    private static final int WALK_ON = 8 * WALK;

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
    public String hits(SearchBand band, SearchPlace from, int limit) {
        return "WITH " + exact() + " SELECT " + table.columns() + ", '" + band + "' AS band, " + table.sortKey()
                + " AS sort_name, a.id AS sort_id" + rest(band, from, limit);
    }

    /**
     * Hits of some bands, one band after the other, in one statement: the database begins with a band where those before it have
     * not filled the page. Those {@link SearchBand#WITHIN} are looked for among the next names, where the table has grams: a
     * frequent character has a page together after some dozens of names, where the index of grams would have to bring up and
     * sort all its hits. Where the page is not full then, the last of the names comes along as {@link SearchBand#FURTHER}, if
     * there are more: only then the index is asked.
     *
     * <p>Parts find identifiers alone, so that there is little to plan; the rest of a row is looked up for a page. The order of
     * the parts is kept: PostgreSQL appends them one after the other where it has no other processes to help, as {@code
     * connection-init-sql} says. Ordering the whole before the limit would work out all of them each time.
     *
     * @param from  lies in the first of them
     * @param limit hits at most; written out, since a plan that is kept for a limit of any number is none for a page
     */
    String hits(List<SearchBand> bands, SearchPlace from, int limit) {
        return hits(bands, from, limit, WALK);
    }

    /** Hits within the names behind a place, where it takes some thousand names to have a page of them. */
    String hitsFurtherOn(SearchPlace from, int limit) {
        return hits(List.of(SearchBand.WITHIN, SearchBand.FURTHER), from, limit, WALK_ON);
    }

    private String hits(List<SearchBand> bands, SearchPlace from, int limit, int walk) {
        if (bands.get(0) == SearchBand.ALL) {
            return hits(SearchBand.ALL, from, limit);
        }
        List<String> parts = new ArrayList<>();
        for (SearchBand band : bands) {
            parts.add(part(band, bands.indexOf(band), band == bands.get(0) ? from : SearchPlace.START, limit, walk));
        }
        // The last name that was looked through takes no hit's place.
        int rows = bands.subList(0, bands.size() - 1).contains(SearchBand.FURTHER) ? limit + 1 : limit;
        SearchPlace walkFrom = bands.get(0) == SearchBand.WITHIN ? from : SearchPlace.START;
        return "WITH " + exact() + (bands.contains(SearchBand.FURTHER) ? walked(walkFrom, walk) : "") + " SELECT "
                + table.columns() + ", found.band, found.sort_name, found.sort_id FROM ("
                + String.join(" UNION ALL ", parts) + " LIMIT " + rows + ") found, " + table.from()
                + " WHERE a.id = found.sort_id ORDER BY found.place, "
                + order("found.sort_name", "found.sort_id");
    }

    private String part(SearchBand band, int place, SearchPlace from, int limit, int walk) {
        String select = "(SELECT " + place + " AS place, '" + band + "' AS band, ";
        boolean walks = table.gramsOf() != null;
        if (band == SearchBand.FURTHER) {
            return select + "name, id FROM walked OFFSET " + (walk - 1) + ")";
        }
        if (band == SearchBand.WITHIN && walks) {
            return select + "name AS sort_name, id AS sort_id FROM walked a WHERE a.contains AND " + isNeither()
                    + " LIMIT " + limit + ")";
        }
        return select + table.sortKey() + " AS sort_name, a.id AS sort_id" + rest(band, from, limit) + ")";
    }

    private String rest(SearchBand band, SearchPlace from, int limit) {
        return " FROM " + table.from() + " WHERE " + condition(band) + filter() + behind(from) + order() + " LIMIT "
                + limit;
    }

    /** What the text names exactly is looked up once for all bands. */
    private String exact() {
        return "exact AS MATERIALIZED " + table.exactIds()
                + (table.sameIds() == null ? "" : ", same AS MATERIALIZED " + table.sameIds());
    }

    /** The next names that don't begin with the text, read as far as somebody asks for more of them. */
    private String walked(SearchPlace from, int walk) {
        return ", walked AS MATERIALIZED (SELECT " + table.sortKey() + " AS name, a.id, " + table.contains()
                + " AS contains FROM " + table.from() + " WHERE " + beginsNotWith() + filter() + behind(from) + order()
                + " LIMIT " + walk + ")";
    }

    /**
     * How many hits there are among some thousand rows, up to a limit: of a frequent word enough to say that it is frequent. As
     * they lie in the table, for in the order of names each would be fetched from another place.
     */
    String countAmongSome(int limit) {
        return "SELECT count(*) FROM (SELECT FROM (SELECT * FROM " + table.from() + " WHERE true"
                + query.place().sql()
                + " LIMIT " + COUNT_WALK + ") a WHERE " + table.contains()
                + query.traits().sql()
                + " LIMIT " + limit + ") AS counted";
    }

    /** How many hits there are in all bands, up to a limit. */
    String count(int limit) {
        String from = table.from() + " WHERE ";
        if (table.sameIds() == null || text.isBlank()) {
            return "SELECT count(*) FROM (SELECT FROM " + from + anywhere() + filter() + " LIMIT " + limit
                    + ") AS counted";
        }
        return "SELECT count(*) FROM ((SELECT 1 FROM " + from + anywhere() + filter() + " LIMIT " + limit
                + ") UNION ALL (SELECT 1 FROM " + from + "a.id = ANY (ARRAY" + table.sameIds() + ") AND NOT ("
                + table.contains() + ")" + filter() + " LIMIT " + limit + ") LIMIT " + limit + ") AS counted";
    }

    public Map<String, Object> parameters(SearchPlace from) {
        Map<String, Object> parameters = new HashMap<>(query.params());
        parameters.put("key", text.key());
        parameters.put("written", text.written());
        parameters.put("coreKey", text.core().key());
        parameters.put("keyEnd", text.prefixEnd());
        String beginning = SortKey.beginning(text.key());
        parameters.put("sortBegin", beginning);
        parameters.put("sortEnd", beginning + SearchText.LAST_CHARACTER);
        parameters.put("grams", text.grams().toArray(String[]::new));
        parameters.put("fromName", from.sortKey());
        parameters.put("fromId", from.id());
        return parameters;
    }

    private String condition(SearchBand band) {
        return switch (band) {
            // As an array they are looked up by their key, whatever the table's statistics say.
            case EXACT -> "a.id = ANY (ARRAY(SELECT id FROM exact))";
            case SAME -> "a.id = ANY (ARRAY(SELECT id FROM same)) AND " + isNotExact();
            case PREFIX -> beginsWith + amongThoseThatBeginAlike() + " AND " + isNeither();
            case WITHIN -> within() + " AND " + beginsNotWith() + " AND " + isNeither();
            case FURTHER -> throw new IllegalArgumentException("no hits");
            case ALL -> "true";
        };
    }

    /** By a function, whose share of the rows the planner takes for the same whatever the text: so one plan is kept. */
    private String beginsNotWith() {
        return "NOT starts_with(" + table.nameKey() + ", :key)";
    }

    private static String isNotExact() {
        return "a.id NOT IN (SELECT id FROM exact)";
    }

    private String isNeither() {
        return table.sameIds() == null ? isNotExact() : isNotExact() + " AND a.id NOT IN (SELECT id FROM same)";
    }

    /** Of many names the few that lie together in the order of names, so that its index has them in order at once. */
    private String amongThoseThatBeginAlike() {
        return table.gramsOf() == null
                ? ""
                : " AND " + table.sortKey() + " >= :sortBegin AND " + table.sortKey() + " < :sortEnd";
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
        return " AND (" + table.sortKey() + ", a.id) " + (backwards ? "<" : ">") + " (:fromName, :fromId)";
    }

    private String order() {
        return " ORDER BY " + order(table.sortKey(), "a.id");
    }

    private String order(String name, String id) {
        return backwards ? name + " DESC, " + id + " DESC" : name + ", " + id;
    }
}
