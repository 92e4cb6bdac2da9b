package org.maintenancefund.statistics;

import java.util.Locale;
import org.maintenancefund.kernel.Labelled;

/** How far a payment is: 应收, 已收, 已到专户, 已入账. */
public enum CollectionStage implements Labelled {
    BILLED,
    COLLECTED,
    REMITTED,
    BOOKED;

    /** Its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
