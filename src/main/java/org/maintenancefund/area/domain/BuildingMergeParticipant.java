package org.maintenancefund.area.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The buildings of areas that become one: all of them stand in the kept area then. One whose name is there already gets
 * the name of its former area in front: 1 栋 of 云景花园二期 is 云景花园二期 1 栋. A change of the buildings counts the area's
 * version up, which already says that the merge can't be undone.
 */
@Component
@Order(4)
@RequiredArgsConstructor
class BuildingMergeParticipant implements AreaMergeParticipant {

    private final AreaBuildings buildings;
    private final PropertyAreas areas;
    private final JsonMapper json;

    /** The buildings of one area as they were before. Kept as JSON: a field may be added, never renamed. */
    record Before(UUID area, List<Building> buildings) {}

    @Override
    public String name() {
        return "buildings";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Before> before = new ArrayList<>();
        before.add(new Before(kept.value(), buildings.of(kept)));
        merged.forEach(area -> before.add(new Before(area.value(), buildings.of(area))));
        if (before.stream().skip(1).allMatch(area -> area.buildings().isEmpty())) {
            return "";
        }
        Map<AreaId, AreaView> names = areas.byId(merged);
        List<Building> all = new ArrayList<>(before.get(0).buildings());
        Set<String> taken = new HashSet<>(all.stream().map(Building::key).toList());
        for (Before area : before.subList(1, before.size())) {
            String name =
                    Objects.requireNonNull(names.get(new AreaId(area.area()))).name();
            for (Building building : area.buildings()) {
                Building moved = free(building, name, taken);
                taken.add(moved.key());
                all.add(moved);
            }
            buildings.replace(new AreaId(area.area()), List.of());
        }
        buildings.replace(kept, all);
        return json.writeValueAsString(before);
    }

    private static Building free(Building building, String area, Set<String> taken) {
        Building candidate = building;
        for (int copy = 1; taken.contains(candidate.key()); copy++) {
            candidate = building.named(area + " " + building.name() + (copy == 1 ? "" : "（" + copy + "）"));
        }
        return candidate;
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Before area : json.readValue(moved, Before[].class)) {
            buildings.replace(new AreaId(area.area()), area.buildings());
        }
    }
}
