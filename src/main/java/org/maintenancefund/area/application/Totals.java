package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Messages;

/** Whether the figures of step B are what the buildings of step C add up to. Differences are shown, never refused. */
final class Totals {

    private Totals() {}

    /**
     * One figure, told and added up.
     *
     * @param label the figure
     * @param told  in step B
     * @param sum   of the buildings, or of the parts
     */
    public record Total(String label, BigDecimal told, BigDecimal sum) {

        public boolean isEqual() {
            return told.compareTo(sum) == 0;
        }

        /** How far off it is, with its sign. */
        public String difference() {
            BigDecimal difference = sum.subtract(told);
            return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
        }

        /** As one line for the reviewer. */
        public String line() {
            return Messages.of("area.total.line", label, told.toPlainString(), sum.toPlainString(), difference());
        }
    }

    static List<Total> of(Figures told, List<Building> buildings) {
        return List.of(
                new Total(
                        Messages.of("area.field.buildings"),
                        BigDecimal.valueOf(told.buildings()),
                        BigDecimal.valueOf(buildings.size())),
                new Total(
                        Messages.of("area.field.households"),
                        BigDecimal.valueOf(told.households()),
                        sum(buildings, building -> BigDecimal.valueOf(building.households()))),
                new Total(Messages.of("area.field.total"), told.total(), sum(buildings, Building::floorArea)));
    }

    /** 住宅, 商业 and 其他 against 总建筑面积. */
    static Total parts(Figures told) {
        return new Total(
                Messages.of("area.field.parts"),
                told.total(),
                told.residential().add(told.commercial()).add(told.other()));
    }

    private static BigDecimal sum(List<Building> buildings, Function<Building, BigDecimal> figure) {
        return buildings.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
