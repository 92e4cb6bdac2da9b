package org.maintenancefund.importing;

import org.maintenancefund.kernel.Labelled;

/** What a row means for the register. */
public enum RowOutcome implements Labelled {
    NEW,
    CHANGED,
    /** Somebody is asked before it is done. */
    DOUBTFUL,
    FAULTY,
    /** On record already, with the same content. */
    SAME
}
