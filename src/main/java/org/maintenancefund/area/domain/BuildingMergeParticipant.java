package org.maintenancefund.area.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * The buildings of areas that become one: all of them stand in the kept area then, and what refers to them with them. One
 * whose name is there already gets the name of its former area in front: 1 栋 of 云景花园二期 is 云景花园二期 1 栋. A change of the
 * buildings counts the area's version up, which already says that the merge can't be undone.
 */
@Component
@Order(4)
@RequiredArgsConstructor
class BuildingMergeParticipant implements AreaMergeParticipant {

    private final AreaBuildings buildings;
    private final PropertyAreas areas;
    private final JsonMapper json;

    /**
     * A building that was moved. Kept as JSON: a field may be added, never renamed.
     *
     * @param area  where it was
     * @param name  what it was called there
     * @param moved what it is called in the kept area
     */
    record Moved(UUID area, String name, String moved) {}

    @Override
    public String name() {
        return "buildings";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        Set<String> taken = new HashSet<>(keys(buildings.of(kept)));
        Map<AreaId, AreaView> names = areas.byId(merged);
        List<Moved> all = new ArrayList<>();
        for (AreaId area : merged) {
            String name = Objects.requireNonNull(names.get(area)).name();
            Map<String, String> moving = new LinkedHashMap<>();
            for (Building building : buildings.of(area)) {
                Building moved = free(building, name, taken);
                taken.add(moved.key());
                moving.put(building.name(), moved.name());
                all.add(new Moved(area.value(), building.name(), moved.name()));
            }
            buildings.move(area, kept, moving);
        }
        if (all.isEmpty()) {
            return "";
        }
        buildings.order(kept);
        return json.writeValueAsString(all);
    }

    private static List<String> keys(List<Building> buildings) {
        return buildings.stream().map(Building::key).toList();
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
        Map<AreaId, Map<String, String>> byArea = Arrays.stream(json.readValue(moved, Moved[].class))
                .collect(Collectors.groupingBy(
                        building -> new AreaId(building.area()), Collectors.toMap(Moved::moved, Moved::name)));
        byArea.forEach((area, names) -> {
            buildings.move(kept, area, names);
            buildings.order(area);
        });
        buildings.order(kept);
    }
}
