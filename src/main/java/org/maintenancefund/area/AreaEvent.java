package org.maintenancefund.area;

import org.maintenancefund.kernel.Labelled;

/** What can happen to an area, for its history. */
public enum AreaEvent implements Labelled {
    ENTERED,
    CHANGED,
    RENAMED,
    /** Other areas went into it. */
    MERGED,
    /** It went into another one. */
    MERGED_INTO,
    MERGE_UNDONE,
    IMPORTED
}
