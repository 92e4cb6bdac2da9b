package org.maintenancefund.review.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.review.QueueFilter;
import org.maintenancefund.review.QueueTab;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

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
                QueueTab.of(tab), text(q), uuid(street), blankToNull(tag), date(from), date(to), "1".equals(untold));
    }

    /** The filters in force, each with the address that drops it. */
    List<Chip> chips(String path, String streetName) {
        List<Chip> chips = new ArrayList<>();
        if (!text(q).isEmpty()) {
            chips.add(new Chip(
                    "包含“" + text(q) + "”", with(path).replaceQueryParam("q").toUriString()));
        }
        if (uuid(street) != null && !streetName.isEmpty()) {
            chips.add(
                    new Chip(streetName, with(path).replaceQueryParam("street").toUriString()));
        }
        if (blankToNull(tag) != null) {
            chips.add(new Chip(text(tag), with(path).replaceQueryParam("tag").toUriString()));
        }
        LocalDate begin = date(from);
        LocalDate end = date(to);
        if (begin != null || end != null) {
            String text = "提交日期 " + (begin == null ? "" : begin + " ") + "至" + (end == null ? "今" : " " + end);
            chips.add(new Chip(
                    text,
                    with(path).replaceQueryParam("from").replaceQueryParam("to").toUriString()));
        }
        if ("1".equals(untold)) {
            chips.add(new Chip("还没有电话通知", with(path).replaceQueryParam("untold").toUriString()));
        }
        return chips;
    }

    /** The address of another tab with the same filters. */
    String hrefOf(QueueTab other, String path) {
        return with(path).replaceQueryParam("tab", other.word()).toUriString();
    }

    private UriComponentsBuilder with(String path) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        uri.queryParam("tab", QueueTab.of(tab).word());
        add(uri, "q", text(q));
        add(uri, "street", uuid(street) == null ? "" : street);
        add(uri, "tag", text(tag));
        add(uri, "from", date(from) == null ? "" : from);
        add(uri, "to", date(to) == null ? "" : to);
        add(uri, "untold", "1".equals(untold) ? "1" : "");
        return UriComponentsBuilder.fromUriString(uri.encode().toUriString());
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            uri.queryParam(name, value.strip());
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.strip().substring(0, Math.min(typed.strip().length(), 100));
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
