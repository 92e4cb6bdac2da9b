package org.maintenancefund.kernel.search;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;

/**
 * One search.
 *
 * @param text   what was typed
 * @param place  conditions that an index narrows by: state, district
 * @param traits other conditions
 */
public record NameQuery(SearchText text, Conditions place, Conditions traits) {

    public static NameQuery of(SearchText text, Conditions place) {
        return new NameQuery(text, place, new Conditions());
    }

    /** Where a page begins, from the address parameters {@code after} and {@code before}: rank of the hit, name, identifier. */
    public static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, 3).checked(key -> {
            SearchBand.valueOf(key.keys().get(0));
            key.id(2);
        });
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>(place.params());
        params.putAll(traits.params());
        return params;
    }
}
