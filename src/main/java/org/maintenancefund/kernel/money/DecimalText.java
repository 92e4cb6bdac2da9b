package org.maintenancefund.kernel.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/**
 * Reads and shows decimal numbers that are kept as a whole number of their smallest parts. Nothing is rounded and
 * nothing guessed: what has too many decimals, or commas where none belong (12,50), is refused.
 *
 * @param required key of the sentence where nothing was typed
 * @param places   how many decimals it has at most
 * @param most     the largest that can be typed, in smallest parts
 */
record DecimalText(String required, int places, long most) {

    private static final Pattern NUMBER = Pattern.compile("(?=.*[0-9])([-+]?)([0-9,]*)(?:\\.([0-9]*))?");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})++");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    /** Every number of so many digits is a {@code long}. */
    private static final int DIGITS_OF_LONG = 18;

    /**
     * The number that was typed, in smallest parts, of any sign. Full width, spaces, a Chinese full stop for the point
     * and commas after each three digits do not matter.
     */
    Checked<Long> read(@Nullable String typed) {
        String text = ChineseText.code(typed).replace('。', '.');
        if (text.isEmpty()) {
            return Checked.refused(required);
        }
        Matcher number = NUMBER.matcher(text);
        if (hasOtherNumbers(typed) || !number.matches()) {
            return Checked.refused("kernel.decimal.characters");
        }
        String whole = number.group(2);
        String decimals = Objects.requireNonNullElse(number.group(3), "");
        if (whole.contains(",") && !GROUPED.matcher(whole).matches()) {
            return Checked.refused("kernel.decimal.commas");
        }
        if (decimals.length() > places) {
            return Checked.refused("kernel.decimal.places", places);
        }
        String padded = whole.replace(",", "") + decimals + "0".repeat(places - decimals.length());
        String digits = LEADING_ZEROS.matcher(padded).replaceFirst("");
        if (digits.length() > DIGITS_OF_LONG || Long.parseLong(digits) > most) {
            return Checked.refused("kernel.decimal.too-large", shown(most));
        }
        return Checked.ok(Long.parseLong(number.group(1).replace("+", "") + digits));
    }

    /** The same, zero or more. */
    Checked<Long> readNotNegative(@Nullable String typed) {
        Checked<Long> read = read(typed);
        return read.isOk() && read.value() < 0 ? Checked.refused("kernel.decimal.negative") : read;
    }

    /** The same, more than zero. */
    Checked<Long> readPositive(@Nullable String typed) {
        Checked<Long> read = readNotNegative(typed);
        return read.isOk() && read.value() == 0 ? Checked.refused("kernel.decimal.zero") : read;
    }

    /** As people read it: thousands apart, two decimals, and more only where they say something. */
    String shown(long parts) {
        return new DecimalFormat("#,##0.00##", DecimalFormatSymbols.getInstance(Locale.SIMPLIFIED_CHINESE))
                .format(decimal(parts));
    }

    /** The exact decimal number. */
    BigDecimal decimal(long parts) {
        return BigDecimal.valueOf(parts, places);
    }

    /** A footnote's ² behind a pasted number would become one of its digits. */
    private static boolean hasOtherNumbers(@Nullable String typed) {
        return typed != null && typed.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_NUMBER);
    }
}
