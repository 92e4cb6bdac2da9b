package org.maintenancefund.web.sheet;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /** Columns of rows that are lists of texts, in their order; a row may be shorter. */
    public static List<SheetColumn<List<String>>> ofTexts(List<String> titles) {
        return IntStream.range(0, titles.size())
                .mapToObj(place -> new SheetColumn<List<String>>(
                        titles.get(place), row -> place < row.size() ? row.get(place) : ""))
                .toList();
    }

    /** The same column of a row that has another one as its part. */
    public <R> SheetColumn<R> of(Function<R, T> part) {
        return new SheetColumn<>(title, row -> value.apply(part.apply(row)));
    }
}
