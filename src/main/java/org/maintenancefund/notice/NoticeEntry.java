package org.maintenancefund.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A notice in the list of those who write them. */
public record NoticeEntry(
        NoticeNumber number,
        String title,
        NoticeStatus status,
        boolean pinned,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Instant changedAt,
        String changedBy) {}
