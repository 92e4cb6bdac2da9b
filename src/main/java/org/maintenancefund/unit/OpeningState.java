package org.maintenancefund.unit;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/**
 * How far the opening balances of an area are: entered, checked by a second person of who manages it, decided by the district.
 * What leads from one to the next stands in {@link #mayBecome}, and once more in the database.
 */
@RequiredArgsConstructor
public enum OpeningState implements Labelled {
    DRAFT("info"),
    /** 已复核: waits for the district. */
    CHECKED("waiting"),
    RETURNED("bad"),
    /** Nothing changes any more. */
    APPROVED("ok");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;

    public boolean mayBecome(OpeningState next) {
        return switch (this) {
            case DRAFT -> next == CHECKED;
            case CHECKED -> next == APPROVED || next == RETURNED;
            case RETURNED -> next == DRAFT;
            case APPROVED -> false;
        };
    }

    /** Whether it can be changed: what was returned becomes a draft by the first change. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
