package org.maintenancefund.collection;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedMonth;

/** 交纳月份 as people write several into one cell: 2026-10、2026-11, 2026-10至2026-12. */
public final class NamedMonths {

    private static final int MOST = 120;
    private static final Pattern BETWEEN = Pattern.compile("[、,;\\s]+");
    private static final Pattern RANGE = Pattern.compile("(.+?)(?:至|到|~|—+)(.+)");

    private NamedMonths() {}

    /** None where the cell is empty: the payer names none. */
    public static Checked<List<YearMonth>> parse(String typed) {
        List<YearMonth> months = new ArrayList<>();
        for (String part : BETWEEN.split(ChineseText.nfkc(ChineseText.clean(typed)))) {
            if (part.isEmpty()) {
                continue;
            }
            Matcher range = RANGE.matcher(part);
            Checked<YearMonth> first = TypedMonth.parse(range.matches() ? range.group(1) : part);
            Checked<YearMonth> last = range.matches() ? TypedMonth.parse(range.group(2)) : first;
            if (!first.isOk() || !last.isOk()) {
                return Checked.refused("collection.import.months.unreadable");
            }
            if (last.value().isBefore(first.value())
                    || last.value().isAfter(first.value().plusMonths(MOST))) {
                return Checked.refused("collection.import.months.unreadable");
            }
            for (YearMonth month = first.value(); !month.isAfter(last.value()); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return Checked.ok(months);
    }
}
