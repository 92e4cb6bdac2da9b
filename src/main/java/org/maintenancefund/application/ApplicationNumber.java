package org.maintenancefund.application;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/**
 * 受理编号: two letters for the kind, the day, a running number that restarts each day ({@code YW20261123-0018}). Unique,
 * never reused.
 */
@Embeddable
public record ApplicationNumber(String value) implements Serializable {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{8}-\\d{4,6}");

    public ApplicationNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an application number");
        }
    }

    /** Reads what a person typed: full width, lower case, spaces and a missing or long dash are forgiven. */
    public static Optional<ApplicationNumber> parse(@Nullable String typed) {
        String text = ChineseText.code(typed).toUpperCase(Locale.ROOT).replace('_', '-');
        if (text.matches("[A-Z]{2}\\d{12,14}")) {
            text = text.substring(0, 10) + "-" + text.substring(10);
        }
        return FORM.matcher(text).matches() ? Optional.of(new ApplicationNumber(text)) : Optional.empty();
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static ApplicationNumber of(String text) {
        return new ApplicationNumber(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
