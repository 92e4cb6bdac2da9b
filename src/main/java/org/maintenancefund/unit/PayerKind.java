package org.maintenancefund.unit;

import org.maintenancefund.kernel.Labelled;

/** What a 缴款义务人 is to the unit: its owner, the company that built it and has not sold it, or who sells public housing. */
public enum PayerKind implements Labelled {
    OWNER,
    DEVELOPER,
    PUBLIC_HOUSING_SELLER
}
