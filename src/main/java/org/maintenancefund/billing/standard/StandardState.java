package org.maintenancefund.billing.standard;

import java.util.EnumSet;
import java.util.Set;
import lombok.Getter;
import org.maintenancefund.kernel.Labelled;

/** Where a standard of the city is on its way; one of an area is in force from its approval on. The one table of transitions. */
public enum StandardState implements Labelled {
    PROPOSED("waiting"),
    IN_FORCE("ok"),
    REJECTED("bad"),
    WITHDRAWN("off");

    /** The kind of tag that shows it. */
    @Getter
    private final String tag;

    StandardState(String tag) {
        this.tag = tag;
    }

    /** Whether a standard that is here may go there next: what is decided stays so. */
    public boolean canBecome(StandardState next) {
        return next().contains(next);
    }

    private Set<StandardState> next() {
        return this == PROPOSED ? EnumSet.of(IN_FORCE, REJECTED, WITHDRAWN) : EnumSet.noneOf(StandardState.class);
    }
}
