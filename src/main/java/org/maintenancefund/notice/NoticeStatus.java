package org.maintenancefund.notice;

import java.time.LocalDate;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/**
 * Where a notice stands on a day. What leads from one to the next is in {@link NoticeAction}; between those of a published one the
 * days lead by themselves.
 */
@Getter
@RequiredArgsConstructor
public enum NoticeStatus implements Labelled {
    DRAFT("outline", "published_at IS NULL"),
    UPCOMING("waiting", NoticeStatus.PUBLISHED + " AND shown_from > :today"),
    SHOWN(
            "ok",
            NoticeStatus.PUBLISHED + " AND shown_from <= :today AND (shown_until IS NULL OR shown_until >= :today)"),
    ENDED("off", NoticeStatus.PUBLISHED + " AND shown_until < :today"),
    TAKEN_DOWN("bad", "taken_down_at IS NOT NULL");

    private static final String PUBLISHED = "published_at IS NOT NULL AND taken_down_at IS NULL";

    /** The kind of tag that shows it. */
    private final String tag;

    /** The same in the words of the database, with the parameter {@code today}. */
    private final String condition;

    /**
     * Of one that was published.
     *
     * @param from  the first day
     * @param until the last day; null where there is none
     */
    public static NoticeStatus published(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from.isAfter(today)) {
            return UPCOMING;
        }
        return Optional.ofNullable(until).filter(today::isAfter).isPresent() ? ENDED : SHOWN;
    }
}
