package org.maintenancefund.closing;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How far an attempt to close a month is. The same stands in the trigger {@code tg_period_closing_step}. */
@RequiredArgsConstructor
public enum ClosingState implements Labelled {
    /** The system checks, and takes the snapshot. */
    CHECKING("info"),
    /** All holds; accounts are to be signed and the closing to be confirmed. */
    READY("waiting"),
    CONFIRMED("ok"),
    /** Something doesn't hold: the month is open again. */
    FAILED("bad"),
    /** Somebody gave it up: the month is open again. */
    RETURNED("off");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;

    public boolean isUnderway() {
        return this == CHECKING || this == READY;
    }
}
