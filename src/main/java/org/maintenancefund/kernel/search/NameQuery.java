package org.maintenancefund.kernel.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.paging.Cursor;

/**
 * One search.
 *
 * @param text   what was typed
 * @param place  conditions that an index narrows by, each with AND in front: state, district
 * @param traits other conditions, likewise
 * @param params their parameters
 * @param cursor where the page begins, with {@link #KEY_PARTS} keys
 */
public record NameQuery(SearchText text, String place, String traits, Map<String, Object> params, Cursor cursor) {

    /** How many parts the sort key has: the rank of the hit, the name, the identifier. */
    public static final int KEY_PARTS = 3;

    /** Where a page begins, from the address parameters {@code after} and {@code before}. */
    public static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, KEY_PARTS).checked(key -> {
            SearchBand.valueOf(key.keys().get(0));
            key.id(2);
        });
    }
}
