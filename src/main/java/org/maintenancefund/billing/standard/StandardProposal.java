package org.maintenancefund.billing.standard;

import java.time.YearMonth;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;

/**
 * A standard as it is proposed for the city, or applied for by a committee.
 *
 * @param lift     for units with a lift, or for those without
 * @param from     the first month
 * @param document the decision that it follows
 */
public record StandardProposal(UnitUse use, boolean lift, Rate rate, YearMonth from, String document) {

    /** Whether that one is about the same units and holds in the first month, of those that hold then or follow. */
    boolean isAnsweredBy(ChargeStandard holds) {
        return holds.use() == use && holds.lift() == lift && !holds.from().isAfter(from);
    }
}
