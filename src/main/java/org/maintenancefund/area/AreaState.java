package org.maintenancefund.area;

import org.maintenancefund.kernel.Labelled;

/** Whether an area stands on its own. */
public enum AreaState implements Labelled {
    ACTIVE,
    /** Went into another area, which carries its name as an alias. */
    MERGED
}
