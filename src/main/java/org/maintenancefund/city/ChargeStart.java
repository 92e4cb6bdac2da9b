package org.maintenancefund.city;

import org.maintenancefund.kernel.Labelled;

/** The first month that a delivered flat is billed for, where nothing else was agreed ({@link Setting#CHARGE_START}). */
public enum ChargeStart implements Labelled {
    /** The month in which it was delivered. */
    DELIVERY_MONTH,
    /** The month after that. */
    NEXT_MONTH
}
