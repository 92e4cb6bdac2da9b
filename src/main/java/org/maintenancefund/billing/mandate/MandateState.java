package org.maintenancefund.billing.mandate;

import java.time.LocalDate;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.kernel.Labelled;

/** How a mandate stands on a day. */
public enum MandateState implements Labelled {
    /** 有效. */
    LIVE,
    /** Approved, to begin later. */
    COMING,
    /** Over on the day that it was given to. */
    OVER,
    /** Ended before that. */
    ENDED,
    /** Ended before it began. */
    NEVER;

    static MandateState of(Mandate mandate, LocalDate day) {
        if (mandate.isVoid()) {
            return NEVER;
        }
        if (mandate.isLiveOn(day)) {
            return LIVE;
        }
        if (mandate.validFrom().isAfter(day)) {
            return COMING;
        }
        return mandate.endReason() == null ? OVER : ENDED;
    }

    /** Kind of the tag it is shown as. */
    public String tag() {
        return switch (this) {
            case LIVE -> "ok";
            case COMING -> "info";
            default -> "off";
        };
    }
}
