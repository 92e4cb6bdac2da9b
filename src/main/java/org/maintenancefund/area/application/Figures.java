package org.maintenancefund.area.application;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;

/** Step B 规模, read. Areas in m². */
record Figures(
        AreaType type,
        BigDecimal total,
        BigDecimal residential,
        BigDecimal commercial,
        BigDecimal other,
        int buildings,
        int households,
        @Nullable Integer yearBuilt) {

    static Figures of(AreaInfo info) {
        return new Figures(
                info.type(),
                info.total(),
                info.residential(),
                info.commercial(),
                info.other(),
                info.buildings(),
                info.households(),
                info.yearBuilt());
    }
}
