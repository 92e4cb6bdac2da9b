package org.maintenancefund.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a date as people type it where the browser has no date picker: 2026-6-1, 2026/06/01, 2026年6月1日, full width. */
public final class TypedDate {

    private static final int MAX_TYPED = 40;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2100;
    private static final Pattern MARKS = Pattern.compile("[年月./\\p{Pd}]");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private TypedDate() {}

    /** The date, or why there is none: missing, unreadable (31 June too), or of an unlikely year. */
    public static Checked<LocalDate> parse(@Nullable String typed) {
        String text = ChineseText.trim(typed);
        if (text.isEmpty()) {
            return Checked.refused("kernel.date.required");
        }
        if (text.length() > MAX_TYPED) {
            return Checked.refused("kernel.date.unreadable");
        }
        String plain = ChineseText.withoutSpaces(ChineseText.nfkc(text)).replace("日", "");
        try {
            LocalDate date = LocalDate.parse(MARKS.matcher(plain).replaceAll("-"), FORM);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR
                    ? Checked.refused("kernel.date.unlikely")
                    : Checked.ok(date);
        } catch (DateTimeParseException unreadable) {
            return Checked.refused("kernel.date.unreadable");
        }
    }
}
