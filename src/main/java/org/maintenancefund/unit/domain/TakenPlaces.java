package org.maintenancefund.unit.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which places of an area have a unit already, by one question for a whole spreadsheet. */
@Component
@RequiredArgsConstructor
class TakenPlaces {

    private final JdbcClient jdbc;

    /** The numbers of the units that there are at these places. */
    Map<UnitPlace.Key, String> among(AreaId area, Collection<UnitPlace.Key> places) {
        List<UnitPlace.Key> asked = List.copyOf(places);
        Map<UnitPlace.Key, String> taken = new HashMap<>();
        jdbc.sql("SELECT u.building_key, u.entrance_key, u.door_key, u.number"
                        + " FROM unnest(:buildings, :entrances, :doors) AS t(building, entrance, door)"
                        + " JOIN unit u ON u.area_id = :area AND u.building_key = t.building"
                        + " AND u.entrance_key = t.entrance AND u.door_key = t.door")
                .param("area", area.value())
                .param("buildings", asked.stream().map(UnitPlace.Key::building).toArray(String[]::new))
                .param("entrances", asked.stream().map(UnitPlace.Key::entrance).toArray(String[]::new))
                .param("doors", asked.stream().map(UnitPlace.Key::door).toArray(String[]::new))
                .query((row, i) -> taken.put(
                        new UnitPlace.Key(row.getString(1), row.getString(2), row.getString(3)), row.getString(4)))
                .list();
        return taken;
    }
}
