package org.maintenancefund.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;

/** Reads filters from an address. What can't be read is empty, and {@link Chips} tells it. */
public final class FilterText {

    /** So many characters are looked for at most: more than any name, mobile number or code has. */
    private static final int LONGEST = 100;

    private FilterText() {}

    /** What is looked for; empty where nothing that could be found was typed. */
    public static String searched(@Nullable String typed) {
        String text = ChineseText.clean(typed);
        return ChineseText.length(text) > LONGEST || ChineseText.isBlank(text) ? "" : text;
    }

    /** The value of that name. */
    public static <E extends Enum<E>> Optional<E> one(Class<E> values, @Nullable String name) {
        String wanted = ChineseText.clean(name);
        return Stream.of(values.getEnumConstants())
                .filter(value -> value.name().equals(wanted))
                .findFirst();
    }

    /** A day, however it is written. */
    public static Optional<LocalDate> day(@Nullable String typed) {
        Checked<LocalDate> day = TypedDate.ofAnyYear(typed);
        return day.isOk() ? Optional.of(day.value()) : Optional.empty();
    }

    /** An identifier. */
    public static Optional<UUID> id(@Nullable String typed) {
        try {
            return Optional.of(UUID.fromString(ChineseText.clean(typed)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** A tick: 1. */
    public static boolean ticked(@Nullable String value) {
        return "1".equals(ChineseText.clean(value));
    }
}
