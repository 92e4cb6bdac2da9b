package org.maintenancefund.billing.start;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** Whether the fund of an area is collected; a filter of the list. */
@RequiredArgsConstructor
enum OpenedState implements Labelled {
    NOT_YET("s.first_month IS NULL"),
    /** Somebody collects there and can open it. */
    TO_OPEN("s.first_month IS NULL AND m.valid_from <= :today AND m.valid_to >= :today"),
    OPENED("s.first_month IS NOT NULL");

    /** In the words of the database. */
    @Getter
    private final String condition;
}
