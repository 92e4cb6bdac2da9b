package org.maintenancefund.closing;

import org.maintenancefund.kernel.Labelled;

/** What a step of a closing does, in the order in which they are done. */
public enum StepKind implements Labelled {
    /** Asks whether one invariant holds. */
    INVARIANT,
    /** What the books say of each account. */
    ACCOUNTS,
    /** What each unit has and owes. */
    UNITS,
    /** What that comes to in each area, with its SHA-256. */
    AREAS
}
