package org.maintenancefund.area.domain;

/**
 * Hits of one rank; a search shows one band after the other, each in name order. One query per band, so that the database
 * answers each from an index and never has to rank all hits of a frequent character.
 */
enum SearchBand {
    /** The whole name, a whole former name, the number. */
    EXACT("a.id IN (" + SearchBand.EXACT_IDS + ")"),

    /** The name begins with it. */
    PREFIX(SearchBand.BEGINS_WITH + " AND a.id NOT IN (" + SearchBand.EXACT_IDS + ")"),

    /** It stands somewhere in a name, the address or the number. */
    WITHIN(SearchBand.CONTAINS + " AND NOT (" + SearchBand.BEGINS_WITH + ") AND a.id NOT IN (" + SearchBand.EXACT_IDS
            + ")"),

    /** Nothing was asked for: everything. */
    ALL("true");

    /** What every hit fulfils, whatever its rank: for counting. */
    static final String CONTAINS = "grams(a.search_key) @> :grams::text[] AND (:oneGram OR strpos(a.search_key, :key) > 0)";

    private static final String BEGINS_WITH = "a.name_key >= :key AND a.name_key < :keyEnd";

    private static final String EXACT_IDS =
            """
            SELECT id FROM area WHERE name_key = :key
            UNION ALL SELECT area_id FROM area_alias WHERE name_key = :key
            UNION ALL SELECT id FROM area WHERE code = :code""";

    private final String condition;

    SearchBand(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
