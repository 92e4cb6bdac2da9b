package org.maintenancefund.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A landline number with its area code: {@code 0000-1234567}, with an extension {@code 0000-1234567-801}.
 *
 * @param value area code, 7 or 8 digits and perhaps an extension, joined by hyphens
 */
public record LandlineNumber(String value) {

    private static final Pattern VALID = Pattern.compile("0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?");
    /** What stands before an extension: 转, 分机, ext., # and the like. */
    static final Pattern EXTENSION = Pattern.compile("(?i)[-,;:]*(转接|转|分机号?|ext(ension)?\\.?|x|#|,)[-:]*(分机号?[-:]*)?");

    private static final Pattern MARKS = Pattern.compile("[-()\\[\\].·]+");
    /** The country's code, behind which the area code has lost its 0, or keeps it in brackets: +86 (0)755. */
    private static final Pattern COUNTRY =
            Pattern.compile("^-?(?:\\+86|0086|86(?=-|[1-9][0-9]{9,11}$))-?0?-?(?=[0-9])");

    /** Area codes in one piece with the number: 010 and 02x have three digits, all others four. */
    private static final Pattern JOINED =
            Pattern.compile("(01[0-9]|02[0-9]|0[03-9][0-9]{2})([0-9]{7,8})((?:-[0-9]+)?)");
    /** The number itself in two groups: 0000-2233-4455. */
    private static final Pattern GROUPED = Pattern.compile("(0[0-9]{2,3})-([0-9]{3,4})-([0-9]{4})((?:-[0-9]+)?)");

    private static final int MAX_TYPED = 60;

    public LandlineNumber {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a landline number");
        }
    }

    /** Reads what was typed: the country's code, brackets around the area code, 转 or 分机 before an extension. */
    public static Checked<LandlineNumber> parse(@Nullable String typed) {
        String text = ChineseText.code(typed);
        if (text.isEmpty()) {
            return Checked.refused("kernel.landline.required");
        }
        if (text.length() > MAX_TYPED) {
            return Checked.refused("kernel.landline.characters");
        }
        String number = EXTENSION.matcher(text).replaceAll("-");
        number = MARKS.matcher(number).replaceAll("-");
        number = COUNTRY.matcher(number).replaceFirst("0").replaceAll("^-|-$", "");
        number = GROUPED.matcher(number).replaceFirst("$1-$2$3$4");
        if (!number.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-')) {
            return Checked.refused("kernel.landline.characters");
        }
        if (VALID.matcher(number).matches()) {
            return Checked.ok(new LandlineNumber(number));
        }
        Matcher joined = JOINED.matcher(number);
        if (joined.matches()) {
            return Checked.ok(new LandlineNumber(joined.group(1) + "-" + joined.group(2) + joined.group(3)));
        }
        return Checked.refused(number.startsWith("0") ? "kernel.landline.digits" : "kernel.landline.area-code");
    }

    @Override
    public String toString() {
        return value;
    }
}
