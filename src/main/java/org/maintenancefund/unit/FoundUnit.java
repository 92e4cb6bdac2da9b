package org.maintenancefund.unit;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.FloorArea;

/**
 * A unit as it is today, as far as other modules name it and reckon with it.
 *
 * @param number 户号
 * @param payer  who pays for it; null where nobody is known
 */
public record FoundUnit(
        UnitId id,
        String number,
        AreaId area,
        UnitPlace place,
        FloorArea floorArea,
        UnitUse use,
        boolean lift,
        @Nullable Payer payer) {

    /** 1 栋 101（DH-00236-00017）. */
    public String named() {
        return place.shown() + "（" + number + "）";
    }
}
