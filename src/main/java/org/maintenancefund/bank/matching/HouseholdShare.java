package org.maintenancefund.bank.matching;

import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/** How much of a line comes to a household. */
public record HouseholdShare(UnitId unit, Money amount) {}
