package org.maintenancefund.billing.run;

import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** What became of an adjustment. */
public enum AdjustmentState implements Labelled {
    /** 待确认 by a second person. */
    PROPOSED,
    /** 已确认: its bill is that much more, or less. */
    CONFIRMED,
    /** 不同意. */
    REJECTED,
    /** 已失效: withdrawn by who proposed it, or its bill was taken back before anybody decided. */
    LAPSED;

    /** Whether it may become that from here. */
    public boolean canBecome(AdjustmentState next) {
        return this == PROPOSED && Set.of(CONFIRMED, REJECTED, LAPSED).contains(next);
    }

    public boolean is(String name) {
        return name().equals(name);
    }

    /** The tag that it is shown as. */
    public String tag() {
        return switch (this) {
            case PROPOSED -> "waiting";
            case CONFIRMED -> "ok";
            case REJECTED -> "bad";
            case LAPSED -> "off";
        };
    }
}
