package org.maintenancefund.unit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.FloorArea;

/**
 * What bills of a unit are made of, as it is from one month to another.
 *
 * @param floorArea   建筑面积
 * @param source      where it comes from
 * @param liable      是否应缴: a house of its own with one owner is not
 * @param sold        已售; for an unsold unit the company pays that built it
 * @param deliveredOn 交付日期; null before it is delivered
 * @param chargedFrom 起收月份, where it is another one than the settings make it; else null
 */
@Embeddable
public record UnitFacts(
        FloorArea floorArea,
        @Enumerated(EnumType.STRING) AreaSource source,
        @Enumerated(EnumType.STRING) UnitUse use,
        boolean lift,
        boolean liable,
        boolean sold,
        @Nullable LocalDate deliveredOn,
        @Nullable YearMonth chargedFrom) {}
