package org.maintenancefund.area;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;

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

    /** In words, the parts that there are behind the total: 108,940 ㎡（住宅 100,000，商业 8,940）. */
    public String line() {
        String parts = Stream.of(part("residential", residential), part("commercial", commercial), part("other", other))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
        String whole = Figures.squareMetres(total);
        return parts.isEmpty() ? whole : Messages.of("area.area-text", whole, parts);
    }

    private static String part(String key, BigDecimal area) {
        return area.signum() == 0 ? "" : Messages.of("area.area-text." + key, Figures.of(area));
    }

    /** An area with flats only. */
    public static FloorAreas residential(BigDecimal squareMetres) {
        return new FloorAreas(squareMetres, squareMetres, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
