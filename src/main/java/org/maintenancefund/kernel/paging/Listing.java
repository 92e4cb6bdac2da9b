package org.maintenancefund.kernel.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rows that a search finds, in the order of a key that no two rows share. Nothing is asked before a page or the count is.
 *
 * @param <T> a row
 */
public interface Listing<T> {

    /** Where a page begins, from the address parameters {@code after} and {@code before} of a {@link Slice}. */
    Cursor cursor(@Nullable String after, @Nullable String before);

    /** The rows behind or before the cursor, at most so many. */
    Slice<T> slice(Cursor cursor, int size);

    /** How many rows there are, counted up to a limit. */
    CappedCount count();

    /** The same beside a page of them: a first page without a next one has all there are. */
    default CappedCount count(Cursor cursor, Slice<T> page) {
        return cursor.atStart() && page.next() == null
                ? new CappedCount(page.items().size(), false)
                : count();
    }

    /**
     * What may be meant instead, the likeliest first, where what was looked for finds nothing or little; may hold what it finds.
     *
     * @param most so many at most
     */
    default List<T> near(int most) {
        return List.of();
    }

    default Slice<T> page(Cursor cursor) {
        return slice(cursor, Slice.SIZE);
    }

    /** The same rows as something else, made of a whole page at once: one more question serves all of its rows. */
    default <R> Listing<R> map(Function<List<T>, List<R>> rows) {
        Listing<T> found = this;
        return new Listing<>() {
            @Override
            public Cursor cursor(@Nullable String after, @Nullable String before) {
                return found.cursor(after, before);
            }

            @Override
            public Slice<R> slice(Cursor cursor, int size) {
                Slice<T> slice = found.slice(cursor, size);
                return new Slice<>(rows.apply(slice.items()), slice.previous(), slice.next());
            }

            @Override
            public CappedCount count() {
                return found.count();
            }

            @Override
            public List<R> near(int most) {
                List<T> near = found.near(most);
                return near.isEmpty() ? List.of() : rows.apply(near);
            }
        };
    }
}
