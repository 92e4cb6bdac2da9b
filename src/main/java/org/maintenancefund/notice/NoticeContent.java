package org.maintenancefund.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a notice.
 *
 * @param from  the first day on which the public sees it; null for the day on which it is published
 * @param until the last one; null where it stays
 */
public record NoticeContent(
        String title,
        NoticeText body,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
