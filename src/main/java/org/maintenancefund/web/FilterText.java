package org.maintenancefund.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/** Reads filters from an address. What can't be read filters nothing: an address that was cut or edited still shows a list. */
public final class FilterText {

    /** So many characters are looked for at most: more than any name, mobile number or code has. */
    private static final int LONGEST = 100;

    private FilterText() {}

    /** What is looked for, cut to a length that could be found. */
    public static String searched(@Nullable String typed) {
        String text = ChineseText.clean(typed);
        return text.substring(0, text.offsetByCodePoints(0, Math.min(ChineseText.length(text), LONGEST)));
    }

    /** The value of that name. */
    public static <E extends Enum<E>> Optional<E> one(Class<E> values, @Nullable String name) {
        return Stream.of(values.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
