package org.maintenancefund.unit.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.domain.UnitFigures;

/**
 * The units that are registered beside what the community information says.
 *
 * @param registered   how many they are, and how large together
 * @param told         the same of the community information
 * @param households   how far apart the numbers are; null where they are the same
 * @param floorArea    the same of the floor areas
 * @param withoutPayer how many have to pay and have nobody to do so
 */
record AreaComparison(
        String registered,
        String told,
        @Nullable String households,
        @Nullable String floorArea,
        long withoutPayer) {

    static AreaComparison of(AreaView area, UnitFigures.Figures units) {
        BigDecimal total = area.floorAreas().total();
        return new AreaComparison(
                figures(units.units(), units.floorArea()),
                figures(area.households(), total),
                difference(
                        BigDecimal.valueOf(units.units()),
                        BigDecimal.valueOf(area.households()),
                        Messages.of("unit.figures.households")),
                difference(units.floorArea(), total, Messages.of("unit.figures.floor-area")),
                units.withoutPayer());
    }

    /** Whether the two say different things. */
    public boolean isApart() {
        return households != null || floorArea != null;
    }

    private static String figures(long units, BigDecimal floorArea) {
        return Messages.of("unit.figures", Figures.of(units), Figures.squareMetres(floorArea));
    }

    private static @Nullable String difference(BigDecimal is, BigDecimal should, String unit) {
        return is.compareTo(should) == 0 ? null : Figures.difference(is, should, unit);
    }
}
