package org.maintenancefund.disclosure.publication;

import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitPlace;

/**
 * A door of which something of the month's bill is open.
 *
 * @param place where it is, as it was called then
 */
public record OpenDoor(UnitPlace place, Money open) {}
