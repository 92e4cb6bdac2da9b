package org.maintenancefund.area;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;

/**
 * A building of an area (楼栋).
 *
 * @param name       楼栋名称, unique in the area
 * @param storeys    地上层数
 * @param units      单元数
 * @param households 户数
 * @param floorArea  建筑面积 in m², two decimals
 */
public record Building(String name, int storeys, int units, int households, BigDecimal floorArea)
        implements Serializable {

    public Building {
        floorArea = floorArea.setScale(2, RoundingMode.HALF_UP);
    }

    /** Two buildings of an area never have the same: width, case and blanks make no other name. */
    public String key() {
        return ChineseText.fold(name);
    }

    /** The same under another name. */
    public Building named(String other) {
        return new Building(other, storeys, units, households, floorArea);
    }

    /** As one line of a list. */
    public String line() {
        return Messages.of(
                "area.building", name, storeys, units, Figures.of(households), Figures.squareMetres(floorArea));
    }
}
