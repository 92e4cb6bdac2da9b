package org.maintenancefund.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mobile number of mainland China: {@code 1[3-9]} and nine digits.
 *
 * @param value eleven digits
 */
public record MobileNumber(String value) {

    private static final int DIGITS = 11;
    private static final Pattern VALID = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern MARKS = Pattern.compile("[-()\\[\\].·]+");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+86|0086|86(?=1[0-9]{10}$))");
    /** Longer input is not a number with some separators any more. */
    private static final int MAX_TYPED = 60;

    public MobileNumber {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    /** Reads what was typed: full width, spaces, hyphens, dots and a leading +86 do not matter. */
    public static Checked<MobileNumber> parse(@Nullable String typed) {
        String text = ChineseText.code(typed);
        if (text.isEmpty()) {
            return Checked.refused("kernel.mobile.required");
        }
        if (text.length() > MAX_TYPED) {
            return Checked.refused("kernel.mobile.characters");
        }
        String number = MARKS.matcher(text).replaceAll("");
        number = COUNTRY.matcher(number).replaceFirst("");
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Checked.refused("kernel.mobile.characters");
        }
        if (number.length() != DIGITS) {
            String code = number.length() < DIGITS ? "kernel.mobile.too-short" : "kernel.mobile.too-long";
            return Checked.refused(code, number.length());
        }
        return VALID.matcher(number).matches()
                ? Checked.ok(new MobileNumber(number))
                : Checked.refused("kernel.mobile.prefix");
    }

    /** For lists: 138****1234. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    /** The full number; where it is shown and logged is the caller's care, see {@link #masked()}. */
    @Override
    public String toString() {
        return value;
    }
}
