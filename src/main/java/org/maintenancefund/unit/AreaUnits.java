package org.maintenancefund.unit;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.unit.domain.UnitFigures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units of an area in figures, for who collects there. Asks nobody whether they may see them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class AreaUnits {

    private final UnitFigures figures;

    /**
     * The units of an area as of today.
     *
     * @param units        how many they are
     * @param floorArea    of all of them, in m²
     * @param withoutPayer how many have to pay and have nobody to do so
     */
    public record Totals(long units, BigDecimal floorArea, long withoutPayer) {}

    /** What a standard is asked for by: 用途, and whether there is a lift. */
    public record RatedUse(UnitUse use, boolean lift) {}

    public Totals of(AreaId area) {
        UnitFigures.Figures all = figures.of(area);
        return new Totals(all.units(), all.floorArea(), all.withoutPayer());
    }

    /** The uses of those that have to pay in that month, each once, in the order of the uses. */
    public List<RatedUse> liableUses(AreaId area, YearMonth month) {
        return figures.liableUses(area, month);
    }
}
