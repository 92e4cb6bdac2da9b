package org.maintenancefund.unit.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.domain.UnitFigures.OfBuilding;
import org.springframework.stereotype.Component;

/**
 * What is unlikely of a building, and asked: its units together are far from what its community information says. 套内面积 in the place
 * of 建筑面积 is a fifth too little.
 */
@Component
@RequiredArgsConstructor
public class BuildingDoubts {

    /** So many per cent of a building's floor area its units may be more or less. */
    private static final int TOLERATED_PERCENT = 10;

    private final UnitFigures figures;

    /**
     * Whether a building becomes such a one by what somebody types; what it was before was asked when it became so.
     *
     * @param before what the unit is today, or null for one more
     */
    public Optional<Reason> about(
            AreaId area, List<Building> buildings, UnitPlace place, UnitFacts facts, @Nullable UnitFacts before) {
        String key = place.key().building();
        OfBuilding now = figures.byBuilding(area).getOrDefault(key, OfBuilding.NONE);
        OfBuilding then = before == null ? now : now.minus(OfBuilding.of(before));
        return buildings.stream()
                .filter(building ->
                        building.key().equals(key) && about(building, now).isEmpty())
                .findFirst()
                .flatMap(building -> about(building, then.plus(OfBuilding.of(facts))));
    }

    /** Too much always, too little once all of its households are there: who brings the rest later is not asked. */
    public Optional<Reason> about(Building building, OfBuilding units) {
        BigDecimal told = building.floorArea();
        BigDecimal apart = units.floorArea().subtract(told);
        BigDecimal tolerated = told.multiply(BigDecimal.valueOf(TOLERATED_PERCENT, 2));
        boolean complete = units.units() >= building.households();
        return told.signum() > 0 && apart.abs().compareTo(tolerated) > 0 && (apart.signum() > 0 || complete)
                ? Optional.of(Reason.of(
                        "unit.doubt.building",
                        building.name(),
                        Figures.of(units.units()),
                        Figures.squareMetres(units.floorArea()),
                        Figures.squareMetres(told),
                        Figures.difference(units.floorArea(), told, Messages.of("unit.figures.floor-area"))))
                : Optional.empty();
    }
}
