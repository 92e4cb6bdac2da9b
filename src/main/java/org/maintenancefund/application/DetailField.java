package org.maintenancefund.application;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an application's summary list.
 *
 * @param key      stable name; rounds are compared by it, and 修改 leads to the input of that id
 * @param lines    the value, a line each; empty where nothing was given
 * @param personal true where it holds names or phones, which a receipt leaves out or masks
 */
public record DetailField(String key, String label, List<String> lines, boolean personal) {

    public static DetailField of(String key, String label, @Nullable Object... lines) {
        List<String> present = Arrays.stream(lines)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(line -> !line.isBlank())
                .toList();
        return new DetailField(key, label, present, false);
    }

    /** The same line, marked as personal. */
    public DetailField aboutPeople() {
        return new DetailField(key, label, lines, true);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
