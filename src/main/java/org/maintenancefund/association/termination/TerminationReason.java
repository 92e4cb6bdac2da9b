package org.maintenancefund.association.termination;

import org.maintenancefund.kernel.Labelled;

/** 解除原因. */
public enum TerminationReason implements Labelled {
    /** The owners decided it; by the law they have to give notice. */
    DISMISSED,
    AGREED,
    /** The company doesn't go on. */
    COMPANY_LEAVES,
    /** Told in 补充说明. */
    OTHER
}
