package org.maintenancefund.collection.receipt.importing;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;

/** 收款日期 as other systems write it, perhaps with the time of the day; what a spreadsheet has made of a day is called by its name. */
final class ReceivedDay {

    private static final Pattern WITH_TIME =
            Pattern.compile("(.*[0-9日号])[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?");

    private static final Pattern JOINED_WITH_TIME = Pattern.compile("([0-9]{8})[0-9]{6}");
    private static final Pattern NOT_SHOWN = Pattern.compile("#+");

    /** As a spreadsheet counts days since 1900: 46361 is 2026-12-05. */
    private static final Pattern SERIAL = Pattern.compile("[3-6][0-9]{4}(?:\\.[0-9]+)?");

    private static final Pattern YEAR_BEHIND = Pattern.compile("[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("[0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-[0-9]{1,2}");

    private ReceivedDay() {}

    static Checked<LocalDate> parse(String typed) {
        String text = ChineseText.nfkc(ChineseText.clean(typed));
        if (NOT_SHOWN.matcher(text).matches()) {
            return Checked.refused("collection.import.day.not-shown");
        }
        if (SERIAL.matcher(text).matches()) {
            return Checked.refused("collection.import.day.serial", text);
        }
        if (YEAR_BEHIND.matcher(text).matches()) {
            return Checked.refused("collection.import.day.order", text);
        }
        if (WITHOUT_YEAR.matcher(text).matches()) {
            return Checked.refused("collection.import.day.without-year", text);
        }
        Matcher timed = WITH_TIME.matcher(text);
        Matcher joined = JOINED_WITH_TIME.matcher(text);
        return TypedDate.parse(timed.matches() ? timed.group(1) : joined.matches() ? joined.group(1) : text);
    }
}
