package org.maintenancefund.association;

import org.maintenancefund.kernel.Labelled;

/** Why an association ended before its contract. */
public enum EndReason implements Labelled {
    /** A new approved association of the same area begins. */
    REPLACED,
    /** 解除: the committee applied, the district approved. */
    TERMINATED,
    /** 业委会注销: the area has no committee any more that it stands on. */
    COMMITTEE_DISSOLVED,
    /** Its area went into another one, where the same company's association goes on over both periods. */
    MERGED
}
