package org.maintenancefund.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer looks for in a queue.
 *
 * @param text   part of the title, the number or the contact's name; blank: all
 * @param street a street of the district
 * @param tag    the word beside the title (正式 / 临时)
 * @param from   submitted on or after
 * @param to     submitted on or before
 * @param untold only decided ones whose contact was not told yet
 */
public record QueueFilter(
        QueueTab tab,
        String text,
        @Nullable UUID street,
        @Nullable String tag,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean untold) {

    public static QueueFilter of(QueueTab tab) {
        return new QueueFilter(tab, "", null, null, null, null, false);
    }
}
