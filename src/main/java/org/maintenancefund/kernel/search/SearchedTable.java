package org.maintenancefund.kernel.search;

import org.jspecify.annotations.Nullable;

/**
 * Where is searched. Conditions may use the parameters {@code :key}, the folded text, and those of the {@link NameQuery}.
 *
 * @param columns  what a row is made of, after SELECT
 * @param from     the table, called {@code a}; its identifier is {@code a.id}
 * @param nameKey  the folded name
 * @param sortKey  its {@link org.maintenancefund.kernel.SortKey}: hits are in its order, then in that of the identifier
 * @param contains the condition that the text stands anywhere
 * @param gramsOf  the key that has an index {@code grams(…)}, or null where reading rows through
 *                 is quicker: that is so up to some ten thousand rows
 * @param exactIds a subquery of the identifiers that the text names exactly
 */
public record SearchedTable(
        String columns,
        String from,
        String nameKey,
        String sortKey,
        String contains,
        @Nullable String gramsOf,
        String exactIds) {

    /**
     * A table of some ten thousand rows with columns {@code name_key}, {@code sort_key} and {@code search_key}.
     *
     * @param exactly a condition by which the text names a record exactly, beside its whole name
     */
    public static SearchedTable readThrough(String columns, String table, String exactly) {
        return new SearchedTable(
                columns,
                table + " a",
                "a.name_key",
                "a.sort_key",
                "strpos(a.search_key, :key) > 0",
                null,
                "(SELECT id FROM " + table + " WHERE name_key = :key UNION ALL SELECT id FROM " + table + " WHERE "
                        + exactly + ")");
    }

    /** The same where nothing but the name names a record. */
    public static SearchedTable readThrough(String columns, String table) {
        return new SearchedTable(
                columns,
                table + " a",
                "a.name_key",
                "a.sort_key",
                "strpos(a.search_key, :key) > 0",
                null,
                "(SELECT id FROM " + table + " WHERE name_key = :key)");
    }
}
