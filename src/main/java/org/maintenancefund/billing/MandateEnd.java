package org.maintenancefund.billing;

import org.maintenancefund.kernel.Labelled;

/** Why a mandate ended before the day that it was given to. */
public enum MandateEnd implements Labelled {
    /** A new approved mandate of the same area begins. */
    REPLACED,
    /** The company or office doesn't manage the area any more, or not as long as it was to. */
    ASSOCIATION_ENDED,
    /** 撤销: the committee has taken it back. */
    REVOKED,
    /** Its area went into another one, where a mandate of the same company goes on over both periods. */
    MERGED
}
