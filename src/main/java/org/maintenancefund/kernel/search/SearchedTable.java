package org.maintenancefund.kernel.search;

import org.jspecify.annotations.Nullable;

/**
 * Where is searched. Conditions may use the parameters {@code :key}, the folded text, {@code :written}, the same in the one
 * writing of stored search keys, {@code :coreKey}, see {@link NameCore#key}, and those of the {@link NameQuery}.
 *
 * @param columns   what a row is made of, after SELECT
 * @param from      the table, called {@code a}; its identifier is {@code a.id}
 * @param nameKey   the folded name
 * @param sortKey   its {@link org.maintenancefund.kernel.SortKey}: hits are in its order, then in that of the identifier
 * @param searchKey all that a record is found by, in the one writing, parted by {@link NameWriting#SEPARATOR}
 * @param contains  the condition that the text stands anywhere
 * @param gramsOf   the key that has an index {@code grams(…)}, or null where reading rows through
 *                  is quicker: that is so up to some ten thousand rows. A table with one has columns {@code find_keys},
 *                  {@code pinyin} and {@code initials} with indexes too, see {@link NearSql}
 * @param exactIds  a subquery of the identifiers that the text names exactly
 * @param sameIds   a subquery of the identifiers of those that are called the same, written otherwise; null where that is not
 *                  looked for
 */
public record SearchedTable(
        String columns,
        String from,
        String nameKey,
        String sortKey,
        String searchKey,
        String contains,
        @Nullable String gramsOf,
        String exactIds,
        @Nullable String sameIds) {

    private static final String CONTAINS = "strpos(a.search_key, :written) > 0";

    /** A table of some ten thousand rows with columns {@code name_key}, {@code sort_key} and {@code search_key}. */
    public static SearchedTable readThrough(String columns, String table) {
        return readThrough(columns, table, "name_key = :key");
    }

    /**
     * The same where more than the name names a record.
     *
     * @param exactly the condition by which the text names a record exactly
     */
    public static SearchedTable readThrough(String columns, String table, String exactly) {
        return readThrough(
                columns,
                table + " a",
                "a.name_key",
                "a.sort_key",
                CONTAINS,
                "(SELECT id FROM " + table + " WHERE " + exactly + ")");
    }

    /** The same of a table that is joined with others, in another order. */
    public static SearchedTable readThrough(
            String columns, String from, String nameKey, String sortKey, String contains, String exactIds) {
        return new SearchedTable(columns, from, nameKey, sortKey, "a.search_key", contains, null, exactIds, null);
    }

    /** A table of many rows, with an index of the grams of its {@code search_key} and those that near names are found by. */
    public static SearchedTable byGrams(String columns, String table, String exactIds) {
        return new SearchedTable(
                columns,
                table + " a",
                "a.name_key",
                "a.sort_key",
                "a.search_key",
                CONTAINS,
                "a.search_key",
                exactIds,
                "(SELECT id FROM " + table + " WHERE find_keys @> ARRAY[:coreKey]::text[])");
    }
}
