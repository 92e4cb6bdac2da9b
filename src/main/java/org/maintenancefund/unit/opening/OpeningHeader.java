package org.maintenancefund.unit.opening;

import java.time.LocalDate;
import org.maintenancefund.kernel.money.Money;

/**
 * What is told of the opening balances of an area as a whole.
 *
 * @param asOf        截止日期: the last day that the old book was kept
 * @param takenOver   接收金额: what was taken over from it
 * @param explanation 差额说明: why the units together have another amount; empty where they don't, or not yet
 */
public record OpeningHeader(LocalDate asOf, Money takenOver, String explanation) {

    /** Longest explanation in characters. */
    public static final int LONGEST_EXPLANATION = 500;
}
