package org.maintenancefund.billing;

import java.time.YearMonth;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;

/**
 * 收取标准 in force: what a square metre of such units is charged in a month. Holds until the next one of the same city or area
 * begins, and never changes.
 *
 * @param area     whose it is; empty for the city's, which holds where an area has none of its own
 * @param lift     for units with a lift, or for those without
 * @param rate     元/㎡·月
 * @param from     the first month
 * @param document the decision that it follows
 */
public record ChargeStandard(
        ChargeStandardId id,
        Optional<AreaId> area,
        UnitUse use,
        boolean lift,
        Rate rate,
        YearMonth from,
        String document) {}
