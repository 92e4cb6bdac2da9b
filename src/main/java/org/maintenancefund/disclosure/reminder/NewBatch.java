package org.maintenancefund.disclosure.reminder;

import java.time.LocalDate;
import java.util.Optional;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.money.Money;

/**
 * Whom to remind.
 *
 * @param building of the area; empty for all
 * @param months   so many months at least are open
 * @param amount   so much at least is open
 * @param payBy    until when they are asked to pay
 */
public record NewBatch(Optional<Building> building, SoldChoice sold, int months, Money amount, LocalDate payBy) {}
