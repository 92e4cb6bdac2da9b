package org.maintenancefund.billing.run;

import org.maintenancefund.kernel.Labelled;

/** What became of one area of a batch. */
public enum BatchItemState implements Labelled {
    WAITING,
    DONE,
    /** It can't be done; the others are. */
    REFUSED;

    /** The tag that it is shown as. */
    public String tag() {
        return switch (this) {
            case WAITING -> "waiting";
            case DONE -> "ok";
            case REFUSED -> "bad";
        };
    }
}
