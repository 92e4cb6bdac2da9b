package org.maintenancefund.billing;

import java.time.YearMonth;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitId;

/**
 * A bill that is not paid, or not wholly.
 *
 * @param amount    by the formula
 * @param adjusted  what adjustments make it more, or less
 * @param allocated what was paid on it
 */
public record OpenBill(
        UnitId unit, YearMonth period, FloorArea floorArea, Rate rate, Money amount, Money adjusted, Money allocated) {

    /** What is still to be paid; more than nothing. */
    public Money open() {
        return amount.plus(adjusted).minus(allocated);
    }

    /** 89.58 ㎡ × 0.25 元/㎡·月. */
    public String formula() {
        return rate.formula(floorArea);
    }
}
