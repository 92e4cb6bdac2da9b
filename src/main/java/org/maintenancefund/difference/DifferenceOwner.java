package org.maintenancefund.difference;

import org.maintenancefund.kernel.Labelled;

/** Whose people look after a difference: those of the municipal centre, or those of the district that it is of. */
public enum DifferenceOwner implements Labelled {
    MUNICIPAL,
    DISTRICT
}
