package org.maintenancefund.web.sheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * A column of a list on its way out.
 *
 * @param value what a row has there: a number stays one, everything else becomes text, null an empty cell
 */
public record SheetColumn<T>(String title, Function<T, @Nullable Object> value) {

    /** A column under the heading of the messages. */
    public static <T> SheetColumn<T> of(String key, Function<T, @Nullable Object> value) {
        return new SheetColumn<>(Messages.of(key), value);
    }

    /** The same column of a row that has another one as its part. */
    public <R> SheetColumn<R> of(Function<R, T> part) {
        return new SheetColumn<>(title, row -> value.apply(part.apply(row)));
    }
}
