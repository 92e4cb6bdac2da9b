package org.maintenancefund.committee.domain;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What a district keeps an eye on; a filter of the register and a reminder for each. */
@RequiredArgsConstructor
public enum TermWatch implements Labelled {
    /** The term has ended, or ends within 90 days. */
    DUE("term_end <= :soon"),

    /** A preparatory group that should have become a committee by now. */
    OLD_GROUP("attribute = 'PREPARATORY' AND registered_at < :yearAgo");

    private final String condition;

    /** With the parameters {@code :soon} and {@code :yearAgo}. */
    String condition() {
        return "status <> 'DISSOLVED' AND " + condition;
    }

    /** Who was registered before this day has been so for a year. */
    static LocalDate yearAgo(LocalDate today) {
        return today.minusYears(1).plusDays(1);
    }
}
