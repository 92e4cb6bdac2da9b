package org.maintenancefund.collection.receipt;

import org.maintenancefund.kernel.Labelled;

/** How a proposed 冲正 stands: proposed by one person, confirmed or rejected by another, and then done with. */
public enum ReversalState implements Labelled {
    PROPOSED,
    CONFIRMED,
    REJECTED;

    public boolean isOpen() {
        return this == PROPOSED;
    }
}
