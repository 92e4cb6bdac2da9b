package org.maintenancefund.billing.run;

import java.util.Arrays;
import java.util.List;
import org.maintenancefund.kernel.Labelled;

/** What becomes of a unit in a run, as {@code billing_candidate} says it; the first that applies, in this order. */
public enum Outcome implements Labelled {
    BILLED,
    /** Its first version begins later. */
    NOT_REGISTERED,
    /** 不应缴, by its version. */
    NOT_LIABLE,
    /** It came with another area, and nobody collected there yet. */
    BEFORE_OPENING,
    /** Sold, and nobody took it over by the end of the month. */
    NOT_DELIVERED,
    /** Before the first month that is charged: that of its version, else by the city's rule from the delivery on. */
    BEFORE_START,
    /** The builder still answers for it, and the city doesn't charge meanwhile. */
    IN_WARRANTY,
    /** No standard of its use: the run can't be confirmed. */
    NO_STANDARD,
    /** There is a bill of that month. */
    ALREADY_BILLED;

    /** Why units are not billed. */
    public static List<Outcome> reasons() {
        return Arrays.stream(values()).filter(outcome -> outcome != BILLED).toList();
    }
}
