package org.maintenancefund.billing.run;

import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** What became of a run. */
public enum RunState implements Labelled {
    /** 待确认: one has made the trial and shown it; a second person is to confirm. */
    PROPOSED,
    /** 已出账. */
    BILLED,
    /** 已撤回: its bills are gone. */
    TAKEN_BACK,
    /** 已作废: another trial was made, or nobody wants it. */
    DISCARDED;

    /** Whether it may become that from here. */
    public boolean canBecome(RunState next) {
        return switch (this) {
            case PROPOSED -> Set.of(BILLED, DISCARDED).contains(next);
            case BILLED -> next == TAKEN_BACK;
            case TAKEN_BACK, DISCARDED -> false;
        };
    }

    public boolean is(String name) {
        return name().equals(name);
    }

    /** The tag that it is shown as. */
    public String tag() {
        return switch (this) {
            case PROPOSED -> "waiting";
            case BILLED -> "ok";
            case TAKEN_BACK, DISCARDED -> "off";
        };
    }
}
