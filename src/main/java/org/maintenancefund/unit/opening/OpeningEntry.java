package org.maintenancefund.unit.opening;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * What is entered of a unit.
 *
 * @param original 首期原值, more than zero; null where nobody knows
 * @param balance  zero or more
 */
public record OpeningEntry(UnitId unit, @Nullable Money original, Money balance) {}
