package org.maintenancefund.area.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaTraits;

/** The queries of one search; all of them take the same named parameters. */
final class SearchSql {

    /** How many names are looked through before the index of grams is asked. */
    static final int WALK = 2000;

    /** How many are looked through before hits are counted by it. */
    private static final int COUNT_WALK = 10_000;

    private static final String BEGINS_WITH = "(a.name_key >= :key AND a.name_key < :keyEnd)";
    private static final String CONTAINS = "strpos(a.search_key, :key) > 0";
    private static final String HAS_GRAMS = "grams(a.search_key) @> :grams::text[]";
    private static final String EXACT_IDS = """
            (SELECT id FROM area WHERE name_key = :key
             UNION ALL SELECT area_id FROM area_alias WHERE name_key = :key
             UNION ALL SELECT id FROM area WHERE code = :code)""";

    private final AreaSearch search;
    private final SearchText text;

    SearchSql(AreaSearch search, SearchText text) {
        this.search = search;
        this.text = text;
    }

    /** Hits of a band in name order, from an index. */
    String hits(SearchBand band, SearchPlace from) {
        return AreaRows.SELECT + "FROM area a WHERE " + condition(band) + filter() + behind(from) + order()
                + " LIMIT :limit";
    }

    /**
     * Hits {@link SearchBand#WITHIN} among the next names. A frequent character has a page together after some dozens of
     * names, where the index of grams would have to bring up and sort all its hits; where it has not, the hits are few or
     * lie elsewhere, and the index is the better way.
     */
    String hitsAmongNextNames(SearchPlace from) {
        return AreaRows.SELECT + "FROM (SELECT * FROM area a WHERE NOT " + BEGINS_WITH + filter() + behind(from)
                + order() + " LIMIT " + WALK + ") a WHERE " + CONTAINS + " AND a.id NOT IN " + EXACT_IDS + order()
                + " LIMIT :limit";
    }

    /** All hits of all bands in name order. */
    String all() {
        return AreaRows.SELECT + "FROM area a WHERE " + (text.isBlank() ? "true" : within()) + filter()
                + " ORDER BY a.name_key, a.id";
    }

    /**
     * How many hits there are among the first names, up to a limit: of a frequent word enough to say that it is frequent.
     */
    String countAmongNextNames() {
        return "SELECT count(*) FROM (SELECT FROM (SELECT * FROM area a WHERE true" + place() + order() + " LIMIT "
                + COUNT_WALK + ") a WHERE " + CONTAINS + traits() + " LIMIT :limit) AS counted";
    }

    /** How many hits there are in all bands, up to a limit. */
    String count() {
        String condition = text.isBlank() ? "true" : within();
        return "SELECT count(*) FROM (SELECT FROM area a WHERE " + condition + filter() + " LIMIT :limit) AS counted";
    }

    Map<String, Object> parameters(SearchPlace from, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", text.key());
        parameters.put("keyEnd", text.prefixEnd());
        parameters.put("code", text.code().orElse(""));
        parameters.put("grams", text.grams().toArray(String[]::new));
        parameters.put(
                "district", search.district() == null ? null : search.district().value());
        parameters.put(
                "street", search.street() == null ? null : search.street().value());
        parameters.put("fromName", from.nameKey());
        parameters.put("fromId", from.id());
        parameters.put(
                "type",
                search.traits().type() == null ? null : search.traits().type().name());
        parameters.put("today", search.traits().today());
        parameters.put("limit", limit);
        return parameters;
    }

    private String condition(SearchBand band) {
        return switch (band) {
            case EXACT -> "a.id IN " + EXACT_IDS;
            case PREFIX -> BEGINS_WITH + " AND a.id NOT IN " + EXACT_IDS;
            case WITHIN -> within() + " AND NOT " + BEGINS_WITH + " AND a.id NOT IN " + EXACT_IDS;
            case ALL -> "true";
        };
    }

    /** One gram is found by itself; where all of several are, they may still stand apart. */
    private String within() {
        return text.isOneGram() ? HAS_GRAMS : HAS_GRAMS + " AND " + CONTAINS;
    }

    private String filter() {
        return place() + traits();
    }

    private String place() {
        return (search.withMerged() ? "" : " AND a.state = 'ACTIVE'")
                + (search.district() == null ? "" : " AND a.district_id = :district")
                + (search.street() == null ? "" : " AND a.street_id = :street");
    }

    private String traits() {
        AreaTraits traits = search.traits();
        return (traits.type() == null ? "" : " AND a.type = :type")
                + when(traits.withAccount(), "a.fund_account_number IS NOT NULL")
                + when(traits.withCommittee(), "EXISTS (SELECT FROM area_governed g WHERE g.area_id = a.id)")
                + when(
                        traits.withCompany(),
                        "EXISTS (SELECT FROM area_managed m WHERE m.area_id = a.id AND m.effective @> :today)");
    }

    private static String when(@Nullable Boolean wanted, String condition) {
        return wanted == null ? "" : wanted ? " AND " + condition : " AND NOT (" + condition + ")";
    }

    private String behind(SearchPlace from) {
        if (from == SearchPlace.START) {
            return "";
        }
        return " AND (a.name_key, a.id) " + (search.cursor().backwards() ? "<" : ">") + " (:fromName, :fromId)";
    }

    private String order() {
        return search.cursor().backwards() ? " ORDER BY a.name_key DESC, a.id DESC" : " ORDER BY a.name_key, a.id";
    }
}
