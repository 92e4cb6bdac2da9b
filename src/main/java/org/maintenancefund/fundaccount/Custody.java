package org.maintenancefund.fundaccount;

import org.maintenancefund.kernel.Labelled;

/** In whose hands an account is. */
public enum Custody implements Labelled {
    /** 统管: the centre's. */
    UNIFIED,
    /** 独立: a committee's own. */
    INDEPENDENT,
    /** 共管: of both. */
    SHARED
}
