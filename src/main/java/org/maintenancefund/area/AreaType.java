package org.maintenancefund.area;

import org.maintenancefund.kernel.Labelled;

/** What an area is used for (物业类型). */
public enum AreaType implements Labelled {
    RESIDENTIAL,
    MIXED,
    COMMERCIAL,
    OFFICE,
    INDUSTRIAL,
    OTHER
}
