package org.maintenancefund.difference;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How far a difference is. The same stands in the trigger {@code tg_difference_guard}. */
@RequiredArgsConstructor
public enum DifferenceState implements Labelled {
    OPEN("waiting"),
    EXPLAINED("info"),
    SETTLED("ok");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;

    /** Whether a person brings it there: they explain before they settle. */
    public boolean mayBecome(DifferenceState next) {
        return switch (this) {
            case OPEN -> next == EXPLAINED;
            case EXPLAINED -> next == SETTLED;
            case SETTLED -> false;
        };
    }
}
