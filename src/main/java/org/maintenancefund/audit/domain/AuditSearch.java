package org.maintenancefund.audit.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.paging.Cursor;

/**
 * What the auditor looks for; empty texts and null days do not restrict.
 *
 * @param from     first day
 * @param to       last day
 * @param operator a user name or a person's name, the whole of it
 * @param action   code of the action
 * @param object   identifier or number of the object, or a part of its name
 * @param cursor   where the page begins
 */
public record AuditSearch(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String operator,
        String action,
        String object,
        Cursor cursor) {

    /** Parts of the sort key: time and id. */
    public static final int KEY_PARTS = 2;

    /** Where a page begins, from the address parameters {@code after} and {@code before}. */
    public static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, KEY_PARTS).checked(key -> {
            key.instant(0);
            key.id(1);
        });
    }
}
