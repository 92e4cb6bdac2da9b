package org.maintenancefund.unit;

import org.maintenancefund.kernel.Labelled;

/** 用途 of a unit, which its rate depends on. */
public enum UnitUse implements Labelled {
    RESIDENTIAL,
    COMMERCIAL,
    OFFICE,
    PARKING,
    OTHER
}
