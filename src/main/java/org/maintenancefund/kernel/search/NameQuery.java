package org.maintenancefund.kernel.search;

import java.util.Map;
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
}
