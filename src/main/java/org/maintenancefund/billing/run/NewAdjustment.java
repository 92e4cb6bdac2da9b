package org.maintenancefund.billing.run;

import java.time.YearMonth;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * What is to be more or less about a bill.
 *
 * @param amount   of either sign, not nothing
 * @param reason   why
 * @param document 依据
 */
public record NewAdjustment(UnitId unit, YearMonth period, Money amount, String reason, String document) {}
