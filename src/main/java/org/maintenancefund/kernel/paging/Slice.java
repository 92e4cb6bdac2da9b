package org.maintenancefund.kernel.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list.
 *
 * @param items    the rows in the order of the list, at most {@link #SIZE} on a page
 * @param previous address parameter {@code before} of the page before, or null at the beginning
 * @param next     address parameter {@code after} of the page behind, or null at the end
 * @param <T>      a row
 */
public record Slice<T>(
        List<T> items, @Nullable String previous, @Nullable String next) {

    /** Rows on a page (spec: 20 a page). */
    public static final int SIZE = 20;

    public static <T> Slice<T> empty() {
        return new Slice<>(List.of(), null, null);
    }

    /**
     * Cuts a page out of rows that were fetched with {@code limit size + 1} in the direction of travel.
     *
     * @param fetched rows in the direction of travel (backwards rows still reversed)
     * @param cursor  where the reader came from
     * @param key     writes the cursor of a row
     */
    public static <T> Slice<T> of(List<T> fetched, Cursor cursor, Function<T, String> key, int size) {
        boolean more = fetched.size() > size;
        List<T> rows = new ArrayList<>(more ? fetched.subList(0, size) : fetched);
        if (cursor.backwards()) {
            Collections.reverse(rows);
        }
        if (rows.isEmpty()) {
            return empty();
        }
        String first = key.apply(rows.get(0));
        String last = key.apply(rows.get(rows.size() - 1));
        boolean hasPrevious = cursor.backwards() ? more : !cursor.atStart();
        boolean hasNext = cursor.backwards() || more;
        return new Slice<>(List.copyOf(rows), hasPrevious ? first : null, hasNext ? last : null);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
