package org.maintenancefund.area.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.SortKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The buildings on record, in the order of their names. */
@Component
@RequiredArgsConstructor
public class AreaBuildings {

    /** Those of one {@code :area}. */
    static final String SELECT = "SELECT name, storeys, units, households, floor_area"
            + " FROM area_building WHERE area_id = :area ORDER BY position";

    private static final RecordRows<Building> ROWS = new RecordRows<>(Building.class);

    private final JdbcClient jdbc;

    public List<Building> of(AreaId area) {
        return jdbc.sql(SELECT).param("area", area.value()).query(ROWS).list();
    }

    /** From now on these and no others. Who calls keeps the area locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(AreaId area, List<Building> buildings) {
        jdbc.sql("DELETE FROM area_building WHERE area_id = :area")
                .param("area", area.value())
                .update();
        if (buildings.isEmpty()) {
            return;
        }
        List<Building> inOrder = buildings.stream()
                .sorted(Comparator.comparing(Building::name, SortKey.ORDER))
                .toList();
        jdbc.sql("INSERT INTO area_building (area_id, name_key, name, position, storeys, units, households, floor_area)"
                        + " SELECT :area, t.key, t.name, t.place - 1, t.storeys, t.units, t.households, t.floor_area"
                        + " FROM unnest(:keys, :names, :storeys, :units, :households, :areas) WITH ORDINALITY"
                        + " AS t(key, name, storeys, units, households, floor_area, place)")
                .param("area", area.value())
                .param("keys", inOrder.stream().map(Building::key).toArray(String[]::new))
                .param("names", inOrder.stream().map(Building::name).toArray(String[]::new))
                .param("storeys", inOrder.stream().map(Building::storeys).toArray(Integer[]::new))
                .param("units", inOrder.stream().map(Building::units).toArray(Integer[]::new))
                .param("households", inOrder.stream().map(Building::households).toArray(Integer[]::new))
                .param("areas", inOrder.stream().map(Building::floorArea).toArray(BigDecimal[]::new))
                .update();
    }
}
