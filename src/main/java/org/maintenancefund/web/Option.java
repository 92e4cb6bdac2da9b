package org.maintenancefund.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/**
 * One choice of a select, of radio buttons or of a group of ticks.
 *
 * @param value    what is sent
 * @param label    words on the page
 * @param hint     a second line that explains the choice (radios and ticks only), or null
 * @param disabled true where it can't be chosen; the hint should say why
 * @param parts    the label again, with what was searched for marked (radios only)
 */
public record Option(String value, String label, @Nullable String hint, boolean disabled, List<TextPart> parts) {

    public static Option of(Object value, String label) {
        return new Option(String.valueOf(value), label, null, false, List.of());
    }

    public static Option of(Object value, String label, @Nullable String hint) {
        return new Option(String.valueOf(value), label, hint, false, List.of());
    }

    /** One of those that a search found. */
    public static Option found(Object value, String label, String hint, String searched) {
        return new Option(String.valueOf(value), label, hint, false, TextPart.of(label, searched));
    }

    /** A constant, with its name as what is sent and its hint where there is one. */
    public static Option of(Labelled constant) {
        return of(constant, constant.label(), constant.hint());
    }

    /** All values of an enum, in their order. */
    public static <E extends Enum<E> & Labelled> List<Option> ofEnum(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Option::of).toList();
    }

    /** The same, and one more behind them. */
    public static <E extends Enum<E> & Labelled> List<Option> ofEnumAnd(Class<E> type, Option last) {
        return Stream.concat(ofEnum(type).stream(), Stream.of(last)).toList();
    }
}
