package org.maintenancefund.review.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.review.QueueFilter;
import org.maintenancefund.review.QueueTab;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/**
 * The filters of a queue as they stand in the address, so that back and bookmarks work. What can't be read filters nothing.
 */
public record QueueForm(
        @Nullable String tab,
        @Nullable String q,
        @Nullable String street,
        @Nullable String tag,
        @Nullable String from,
        @Nullable String to,
        @Nullable String untold) {

    QueueFilter toFilter() {
        return new QueueFilter(
                QueueTab.of(tab),
                FilterText.searched(q),
                uuid(street),
                blankToNull(tag),
                date(from),
                date(to),
                "1".equals(untold));
    }

    /** The filters in force, each with the address that drops it. */
    List<Chip> chips(String path, String streetName) {
        LocalDate begin = date(from);
        LocalDate end = date(to);
        String days = "提交日期 " + (begin == null ? "" : begin + " ") + "至" + (end == null ? "今" : " " + end);
        return address(path, QueueTab.of(tab))
                .containing("q", FilterText.searched(q))
                .when("street", uuid(street) != null && !streetName.isEmpty(), streetName)
                .when("tag", blankToNull(tag) != null, String.valueOf(blankToNull(tag)))
                .when("from", begin != null || end != null, days)
                .when("untold", "1".equals(untold), "还没有电话通知")
                .list();
    }

    /** The address of another tab with the same filters. */
    String hrefOf(QueueTab other, String path) {
        return address(path, other).href();
    }

    /** A period is one filter: its end goes with its begin. */
    private Chips address(String path, QueueTab shown) {
        return Chips.of(path)
                .parameter("tab", shown.word())
                .parameter("q", q)
                .parameter("street", uuid(street) == null ? null : street)
                .parameter("tag", tag)
                .parameter("from", date(from) == null ? null : from)
                .parameter("to", date(to) == null ? null : to, "from")
                .parameter("untold", "1".equals(untold) ? "1" : null);
    }

    private static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable UUID uuid(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed.strip());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
