package org.maintenancefund.application.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.QueueFilter;
import org.maintenancefund.application.QueueTab;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/**
 * The filters of a queue as they stand in the address, so that back and bookmarks work. What can't be read is told by
 * {@link #chips} and finds nothing.
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
                FilterText.id(street).orElse(null),
                tagged().orElse(null),
                FilterText.day(from).orElse(null),
                FilterText.day(to).orElse(null),
                FilterText.ticked(untold));
    }

    /**
     * The filters in force, each with the address that drops it.
     *
     * @param streetName of the street among the district's own, empty where there is none
     * @param tags       what can be chosen
     */
    List<Chip> chips(String path, String streetName, List<String> tags, Cursor cursor) {
        return address(path, tab)
                .from(cursor)
                .told("tab", QueueTab.isWord(tab))
                .containing("q", FilterText.searched(q))
                .when("street", !streetName.isEmpty(), streetName)
                .chosen("tag", tagged().filter(tags::contains), label -> label)
                .when(
                        hasBegin() ? "from" : "to",
                        hasBegin() || FilterText.day(to).isPresent(),
                        days())
                .told("to", FilterText.day(to).isPresent())
                .when("untold", FilterText.ticked(untold), "还没有电话通知")
                .list();
    }

    /** The address of another tab with the same filters. */
    String hrefOf(QueueTab other, String path) {
        return address(path, other.word()).href();
    }

    /** A period is one filter: its end goes with its begin. */
    private Chips address(String path, @Nullable String shown) {
        return Chips.of(path)
                .parameter("tab", shown)
                .parameter("q", q)
                .parameter("street", street)
                .parameter("tag", tag)
                .parameter("from", from)
                .parameter("to", to, hasBegin() ? "from" : "to")
                .parameter("untold", untold);
    }

    private boolean hasBegin() {
        return FilterText.day(from).isPresent();
    }

    private String days() {
        Optional<LocalDate> end = FilterText.day(to);
        return "提交日期 " + FilterText.day(from).map(begin -> begin + " ").orElse("") + "至"
                + end.map(day -> " " + day).orElse("今");
    }

    private Optional<String> tagged() {
        return Optional.of(ChineseText.clean(tag)).filter(word -> !word.isEmpty());
    }
}
