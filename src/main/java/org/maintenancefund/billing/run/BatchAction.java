package org.maintenancefund.billing.run;

import org.maintenancefund.kernel.Labelled;

/** What is done with several areas or months at once. */
public enum BatchAction implements Labelled {
    /** 试算 of each. */
    PROPOSE,
    /** 出账 of the trials that wait, by the second person. */
    CONFIRM
}
