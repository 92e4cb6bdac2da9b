package org.maintenancefund.difference.register;

import org.maintenancefund.kernel.Labelled;

/** What was done to a difference when something was said of it. */
public enum RemarkAction implements Labelled {
    RAISED,
    REMARKED,
    EXPLAINED,
    TAKEN,
    HANDED,
    SETTLED
}
