package org.maintenancefund.unit.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.domain.BuildingDoubts;
import org.maintenancefund.unit.domain.UnitDoubts;
import org.maintenancefund.unit.domain.UnitFigures;
import org.maintenancefund.unit.domain.UnitFigures.OfBuilding;
import org.maintenancefund.web.sheet.CellFault;
import org.springframework.stereotype.Component;

/**
 * What is unlikely of the units of a spreadsheet and possible all the same: of each by itself, and of each building with all of its
 * units.
 */
@Component
@RequiredArgsConstructor
class SheetDoubts {

    private final UnitDoubts doubts;
    private final BuildingDoubts ofBuildings;
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
                ofBuildings
                        .about(building, units)
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
            together.merge(unit.place().key().building(), OfBuilding.of(unit.facts()), OfBuilding::plus);
        }
        return together;
    }
}
