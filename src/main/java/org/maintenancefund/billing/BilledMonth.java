package org.maintenancefund.billing;

import java.time.YearMonth;
import org.maintenancefund.kernel.money.Money;

/**
 * What a unit was billed for a month, paid or not.
 *
 * @param formula  89.58 ㎡ × 0.25 元/㎡·月
 * @param amount   by the formula
 * @param adjusted what adjustments make it more, or less
 * @param paid     what stands against it
 * @param state    未缴, 部分缴, 已缴
 * @param tag      kind of the tag that shows it
 */
public record BilledMonth(
        YearMonth month, String formula, Money amount, Money adjusted, Money paid, String state, String tag) {

    public Money open() {
        return amount.plus(adjusted).minus(paid);
    }
}
