package org.maintenancefund.billing.run;

import org.maintenancefund.kernel.Labelled;

/** What a run bills. */
public enum RunKind implements Labelled {
    /** A month of an area, once. */
    REGULAR,
    /** Of a month that was billed already what is missing: units registered later, a start put right. */
    MISSED;

    public boolean is(String name) {
        return name().equals(name);
    }
}
