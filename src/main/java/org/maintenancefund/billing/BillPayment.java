package org.maintenancefund.billing;

import java.time.YearMonth;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * Money that is to stand against the bill of a unit's month.
 *
 * @param amount more than nothing
 */
public record BillPayment(UnitId unit, YearMonth month, Money amount) {}
