package org.maintenancefund.area.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.ChineseText;
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

    private static final Comparator<Building> BY_NAME = Comparator.comparing(Building::name, SortKey.ORDER);

    private static final RecordRows<Building> ROWS = new RecordRows<>(Building.class);

    private final JdbcClient jdbc;

    public List<Building> of(AreaId area) {
        return jdbc.sql(SELECT).param("area", area.value()).query(ROWS).list();
    }

    /** From now on these and no others; one that stays under its name stays the same. Who calls keeps the area locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(AreaId area, List<Building> buildings) {
        List<Building> inOrder = buildings.stream().sorted(BY_NAME).toList();
        String[] keys = keys(inOrder);
        jdbc.sql("DELETE FROM area_building WHERE area_id = :area AND name_key <> ALL (:keys)")
                .param("area", area.value())
                .param("keys", keys)
                .update();
        if (buildings.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO area_building (area_id, name_key, name, position, storeys, units, households, floor_area)"
                        + " SELECT :area, t.key, t.name, t.place - 1, t.storeys, t.units, t.households, t.floor_area"
                        + " FROM unnest(:keys, :names, :storeys, :units, :households, :areas) WITH ORDINALITY"
                        + " AS t(key, name, storeys, units, households, floor_area, place)"
                        + " ON CONFLICT (area_id, name_key) DO UPDATE SET name = excluded.name,"
                        + " position = excluded.position, storeys = excluded.storeys, units = excluded.units,"
                        + " households = excluded.households, floor_area = excluded.floor_area")
                .param("area", area.value())
                .param("keys", keys)
                .param("names", inOrder.stream().map(Building::name).toArray(String[]::new))
                .param("storeys", inOrder.stream().map(Building::storeys).toArray(Integer[]::new))
                .param("units", inOrder.stream().map(Building::units).toArray(Integer[]::new))
                .param("households", inOrder.stream().map(Building::households).toArray(Integer[]::new))
                .param("areas", inOrder.stream().map(Building::floorArea).toArray(BigDecimal[]::new))
                .update();
    }

    /**
     * Puts buildings into another area, each under the name that it has there; what refers to one follows. Who calls keeps
     * both areas locked, and puts them in order afterwards.
     *
     * @param names by the names so far
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(AreaId from, AreaId to, Map<String, String> names) {
        List<String> before = List.copyOf(names.keySet());
        List<String> after = before.stream().map(names::get).toList();
        jdbc.sql("UPDATE area_building b SET area_id = :to, name = t.name, name_key = t.name_key"
                        + " FROM unnest(:keys, :names, :nameKeys) AS t(key, name, name_key)"
                        + " WHERE b.area_id = :from AND b.name_key = t.key")
                .param("from", from.value())
                .param("to", to.value())
                .param("keys", before.stream().map(ChineseText::fold).toArray(String[]::new))
                .param("names", after.toArray(String[]::new))
                .param("nameKeys", after.stream().map(ChineseText::fold).toArray(String[]::new))
                .update();
    }

    /** Counts the places of the area's buildings anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    void order(AreaId area) {
        jdbc.sql("UPDATE area_building b SET position = t.place - 1"
                        + " FROM unnest(:keys) WITH ORDINALITY AS t(key, place)"
                        + " WHERE b.area_id = :area AND b.name_key = t.key")
                .param("area", area.value())
                .param("keys", keys(of(area).stream().sorted(BY_NAME).toList()))
                .update();
    }

    private static String[] keys(List<Building> buildings) {
        return buildings.stream().map(Building::key).toArray(String[]::new);
    }
}
