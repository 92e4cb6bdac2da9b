package org.maintenancefund.unit.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.UnitDoubts;
import org.maintenancefund.unit.domain.UnitFigures;
import org.maintenancefund.unit.domain.UnitFigures.OfBuilding;
import org.maintenancefund.web.sheet.CellFault;
import org.springframework.stereotype.Component;

/**
 * What is unlikely of the units of a spreadsheet and possible all the same: of each by itself, and of a building where its
 * units together are far from what its community information says. 套内面积 in the place of 建筑面积 is a fifth too little.
 */
@Component
@RequiredArgsConstructor
class SheetDoubts {

    /** So many per cent of a building's floor area its units may be more or less. */
    private static final int TOLERATED_PERCENT = 10;

    private final UnitDoubts doubts;
    private final UnitFigures figures;
    private final PropertyAreas areas;

    /**
     * By the numbers of the rows.
     *
     * @param told the new units, by the numbers of theirs
     */
    Map<Integer, List<CellFault>> about(AreaId area, Map<Integer, NewUnit> told, ImportHeader<UnitColumn> header) {
        if (told.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<CellFault>> asked = new LinkedHashMap<>();
        Map<String, Integer> first = firstRows(told);
        Map<String, OfBuilding> together = together(area, told);
        for (Building building : areas.buildings(area)) {
            Integer row = first.get(building.key());
            if (row != null) {
                OfBuilding units = together.getOrDefault(building.key(), OfBuilding.NONE);
                aboutBuilding(building, units)
                        .ifPresent(
                                reason -> add(asked, header.fault(UnitColumn.BUILDING, row, building.name(), reason)));
            }
        }
        UnitDoubts.OfArea likely = doubts.of(area, List.copyOf(told.values()));
        told.forEach((row, unit) -> likely.about(unit.place(), unit.facts(), unit.payer())
                .forEach(reason -> {
                    UnitColumn column = columnOf(reason);
                    String value = column.textOf(UnitContent.of(unit));
                    add(asked, header.fault(column, row, value, reason));
                }));
        return asked;
    }

    private static void add(Map<Integer, List<CellFault>> asked, CellFault fault) {
        asked.computeIfAbsent(fault.row(), none -> new ArrayList<>()).add(fault);
    }

    private static UnitColumn columnOf(Reason reason) {
        return reason.code().equals(UnitDoubts.UNSOLD) ? UnitColumn.PAYER_KIND : UnitColumn.FLOOR_AREA;
    }

    /** Where a building is asked about. */
    private static Map<String, Integer> firstRows(Map<Integer, NewUnit> told) {
        Map<String, Integer> first = new HashMap<>();
        told.forEach((row, unit) -> first.putIfAbsent(unit.place().key().building(), row));
        return first;
    }

    /** What is on record of each building and what comes to it. */
    private Map<String, OfBuilding> together(AreaId area, Map<Integer, NewUnit> told) {
        Map<String, OfBuilding> together = figures.byBuilding(area);
        for (NewUnit unit : told.values()) {
            if (unit.facts().use() != UnitUse.PARKING) {
                OfBuilding one = new OfBuilding(1, unit.facts().floorArea().hundredths());
                together.merge(unit.place().key().building(), one, OfBuilding::plus);
            }
        }
        return together;
    }

    /** Too much always, too little once all of its households are there: who brings the rest later is not asked. */
    private static Optional<Reason> aboutBuilding(Building building, OfBuilding units) {
        BigDecimal told = building.floorArea();
        BigDecimal apart = units.floorArea().subtract(told);
        BigDecimal tolerated = told.multiply(BigDecimal.valueOf(TOLERATED_PERCENT, 2));
        boolean complete = units.units() >= building.households();
        return told.signum() > 0 && apart.abs().compareTo(tolerated) > 0 && (apart.signum() > 0 || complete)
                ? Optional.of(Reason.of(
                        "unit.import.doubt.building",
                        building.name(),
                        Figures.of(units.units()),
                        Figures.squareMetres(units.floorArea()),
                        Figures.squareMetres(told),
                        Figures.difference(units.floorArea(), told, Messages.of("unit.figures.floor-area"))))
                : Optional.empty();
    }
}
