package org.maintenancefund.enterprise;

import org.maintenancefund.kernel.Labelled;

/** Whether a company may act in the system. */
public enum EnterpriseState implements Labelled {
    ACTIVE,
    DISABLED
}
