package org.maintenancefund.unit;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A unit to be registered.
 *
 * @param from     the first month its facts hold
 * @param payer    from the first day of that month on; null where nobody is known yet
 * @param document 依据, possibly empty
 */
public record NewUnit(
        UnitPlace place,
        YearMonth from,
        UnitFacts facts,
        @Nullable Payer payer,
        String document) {}
