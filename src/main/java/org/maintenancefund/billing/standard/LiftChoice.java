package org.maintenancefund.billing.standard;

import java.util.List;
import org.maintenancefund.kernel.Labelled;

/** Which units a standard is meant for: those with a lift, those without, or both alike. */
public enum LiftChoice implements Labelled {
    WITH(List.of(true)),
    WITHOUT(List.of(false)),
    /** Makes a standard for each. */
    BOTH(List.of(true, false));

    private final List<Boolean> lifts;

    LiftChoice(List<Boolean> lifts) {
        this.lifts = lifts;
    }

    /** A standard is made for each of these. */
    public List<Boolean> lifts() {
        return lifts;
    }
}
