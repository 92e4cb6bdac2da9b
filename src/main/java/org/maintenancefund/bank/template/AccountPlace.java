package org.maintenancefund.bank.template;

import org.maintenancefund.kernel.Labelled;

/** Where a statement says which account it is of. */
public enum AccountPlace implements Labelled {
    COLUMN,
    /** In a line above the headings, behind a label. */
    ABOVE,
    /** Nowhere: whoever uploads it types the number. */
    NOWHERE
}
