package org.maintenancefund.unit.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.BuildingReference;
import org.maintenancefund.kernel.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A building with units stays under its name; {@code fk_unit_building} stands behind it. */
@Component
@RequiredArgsConstructor
class UnitBuildings implements BuildingReference {

    private final JdbcClient jdbc;

    @Override
    public Optional<Reason> whyKept(AreaId area, Collection<Building> buildings) {
        Map<String, Building> byKey =
                buildings.stream().collect(Collectors.toMap(Building::key, Function.identity()));
        return jdbc.sql("SELECT building_key, count(*) AS units FROM unit"
                        + " WHERE area_id = :area AND building_key = ANY (:keys)"
                        + " GROUP BY building_key ORDER BY building_key LIMIT 1")
                .param("area", area.value())
                .param("keys", byKey.keySet().toArray(String[]::new))
                .query((row, i) -> Reason.of(
                        "unit.building.kept",
                        Objects.requireNonNull(byKey.get(row.getString(1))).name(),
                        row.getLong(2)))
                .optional();
    }
}
