package org.maintenancefund.kernel.search;

import org.jspecify.annotations.Nullable;

/**
 * Where is searched. Conditions may use the parameters {@code :key}, the folded text, and those of the {@link NameQuery}.
 *
 * @param columns  what a row is made of, after SELECT
 * @param from     the table, called {@code a}; its identifier is {@code a.id}
 * @param nameKey  the folded name: hits are in its order, then in that of the identifier
 * @param contains the condition that the text stands anywhere
 * @param gramsOf  the key that has an index {@code grams(…)} (see stack of migrations), or null where reading rows through
 *                 is quicker: that is so up to some ten thousand rows
 * @param exactIds a subquery of the identifiers that the text names exactly
 */
public record SearchedTable(
        String columns,
        String from,
        String nameKey,
        String contains,
        @Nullable String gramsOf,
        String exactIds) {

    /** A table of no great size with a folded name and a key that is searched through. */
    public static SearchedTable readThrough(String columns, String table, String searchKey) {
        return new SearchedTable(
                columns,
                table + " a",
                "a.name_key",
                "strpos(a." + searchKey + ", :key) > 0",
                null,
                "(SELECT id FROM " + table + " WHERE name_key = :key)");
    }
}
