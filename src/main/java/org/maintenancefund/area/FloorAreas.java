package org.maintenancefund.area;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Floor areas (建筑面积) in square metres, two decimals. The total is what the papers say; the parts needn't add up to it.
 *
 * @param total       总建筑面积
 * @param residential 住宅面积
 * @param commercial  商业面积
 * @param other       其他面积
 */
@Embeddable
public record FloorAreas(
        @Column(name = "total_floor_area") BigDecimal total,
        @Column(name = "residential_floor_area") BigDecimal residential,
        @Column(name = "commercial_floor_area") BigDecimal commercial,
        @Column(name = "other_floor_area") BigDecimal other)
        implements Serializable {

    public FloorAreas {
        total = total.setScale(2, RoundingMode.HALF_UP);
        residential = residential.setScale(2, RoundingMode.HALF_UP);
        commercial = commercial.setScale(2, RoundingMode.HALF_UP);
        other = other.setScale(2, RoundingMode.HALF_UP);
    }

    public FloorAreas plus(FloorAreas more) {
        return new FloorAreas(
                total.add(more.total),
                residential.add(more.residential),
                commercial.add(more.commercial),
                other.add(more.other));
    }

    /** An area with flats only. */
    public static FloorAreas residential(BigDecimal squareMetres) {
        return new FloorAreas(squareMetres, squareMetres, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
