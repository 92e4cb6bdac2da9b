package org.maintenancefund.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;

/**
 * 期初余额: what a unit had in the fund as of a day, taken over from the book that was kept before.
 *
 * @param original 首期原值: what was paid in at the purchase; null where nobody knows
 * @param state    how far it is: before it is approved nothing rests on it
 */
public record OpeningBalance(@Nullable Money original, Money balance, LocalDate asOf, OpeningState state) {

    public Replenishment replenishment() {
        return Replenishment.of(original, balance);
    }
}
