package org.maintenancefund.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a month as people write it: 2026-5, 2026/05, 2026年5月, 202605, full width. A date is read too where it is the first of
 * its month; what begins within a month is refused.
 */
public final class TypedMonth {

    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/.]|年)?(\\d{1,2})月?");

    private TypedMonth() {}

    /** The month, or why there is none. */
    public static Checked<YearMonth> parse(@Nullable String typed) {
        String text = ChineseText.code(typed);
        if (text.isEmpty()) {
            return Checked.refused("kernel.month.required");
        }
        Matcher month = MONTH.matcher(text);
        Checked<LocalDate> day =
                TypedDate.parse(month.matches() ? month.group(1) + "-" + month.group(2) + "-1" : typed);
        if (!day.isOk()) {
            return Checked.refused("kernel.month.unreadable");
        }
        return day.value().getDayOfMonth() == 1
                ? Checked.ok(YearMonth.from(day.value()))
                : Checked.refused("kernel.month.not-first", day.value());
    }
}
