package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.kernel.Figures;
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
     * @param unit  what is counted
     */
    public record Total(String label, BigDecimal told, BigDecimal sum, String unit) {

        private static Total of(String field, BigDecimal told, BigDecimal sum, String unit) {
            return new Total(Messages.of("area.field." + field), told, sum, Messages.of("area.unit." + unit));
        }

        public boolean isEqual() {
            return told.compareTo(sum) == 0;
        }

        /** How far off it is: 少 995 ㎡. */
        public String difference() {
            return Figures.difference(sum, told, unit);
        }

        /** As one line for the reviewer. */
        public String line() {
            return Messages.of("area.total.line", label, Figures.of(told), Figures.of(sum), difference());
        }
    }

    /** What step B says beside what the buildings add up to. */
    static List<Total> of(int buildings, int households, BigDecimal floorArea, List<Building> list) {
        return List.of(
                Total.of("buildings", BigDecimal.valueOf(buildings), BigDecimal.valueOf(list.size()), "buildings"),
                Total.of(
                        "households",
                        BigDecimal.valueOf(households),
                        sum(list, building -> BigDecimal.valueOf(building.households())),
                        "households"),
                Total.of("total", floorArea, sum(list, Building::floorArea), "area"));
    }

    /** Only what is off, also of 住宅, 商业 and 其他 against 总建筑面积. Without buildings there is nothing to add up of them. */
    static List<Total> off(AreaInfo info) {
        NewArea area = info.area();
        FloorAreas told = area.floorAreas();
        List<Total> totals = new ArrayList<>();
        if (!info.buildingList().isEmpty()) {
            totals.addAll(of(area.buildings(), area.households(), told.total(), info.buildingList()));
        }
        totals.add(parts(told));
        totals.removeIf(Total::isEqual);
        return totals;
    }

    /** 住宅, 商业 and 其他 together. */
    static Total parts(FloorAreas told) {
        return Total.of(
                "parts", told.total(), told.residential().add(told.commercial()).add(told.other()), "area");
    }

    private static BigDecimal sum(List<Building> buildings, Function<Building, BigDecimal> figure) {
        return buildings.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
