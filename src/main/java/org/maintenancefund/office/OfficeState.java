package org.maintenancefund.office;

import org.maintenancefund.kernel.Labelled;

/** Whether a management office is in use. */
public enum OfficeState implements Labelled {
    ACTIVE,
    DISABLED
}
