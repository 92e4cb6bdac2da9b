package org.maintenancefund.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One choice of a select, of radio buttons or of a group of ticks.
 *
 * @param value    what is sent
 * @param label    words on the page
 * @param hint     a second line that explains the choice (radios and ticks only), or null
 * @param disabled true where it can't be chosen; the hint should say why
 */
public record Option(String value, String label, @Nullable String hint, boolean disabled) {

    public static Option of(Object value, String label) {
        return new Option(String.valueOf(value), label, null, false);
    }

    public static Option of(Object value, String label, @Nullable String hint) {
        return new Option(String.valueOf(value), label, hint, false);
    }

    /** The same, and one more behind them. */
    public static <E extends Enum<E>> List<Option> ofEnumAnd(Class<E> type, Function<E, String> label, Option last) {
        return Stream.concat(ofEnum(type, label).stream(), Stream.of(last)).toList();
    }

    /** All values of an enum, in their order; the name is what is sent. */
    public static <E extends Enum<E>> List<Option> ofEnum(Class<E> type, Function<E, String> label) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of(constant.name(), label.apply(constant)))
                .toList();
    }
}
