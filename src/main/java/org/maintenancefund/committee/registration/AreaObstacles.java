package org.maintenancefund.committee.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaObstacle;
import org.maintenancefund.area.AreaObstacle.Way;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** Which areas no committee can be registered for and why, without a word about who was first, and what to do then. */
@Component
@RequiredArgsConstructor
class AreaObstacles {

    private static final Way LOGIN = new Way("committee.area.way.login", "/login");
    private static final Way LOOKUP = new Way("committee.area.way.lookup", "/username-lookup");
    private static final Way PROGRESS = new Way("committee.area.way.progress", "/progress");

    private final Committees committees;
    private final ApplicationSubjects subjects;
    private final Districts districts;

    /** @param revised a registration that is being changed and stands in nobody's way */
    Map<AreaId, AreaObstacle> of(List<AreaView> areas, @Nullable ApplicationNumber revised) {
        if (areas.isEmpty()) {
            return Map.of();
        }
        List<AreaId> ids = areas.stream().map(AreaView::id).toList();
        Set<UUID> pending = Set.copyOf(subjects.pending(
                CommitteeRegistrationDefinition.KIND,
                ids.stream().map(AreaId::value).toList(),
                revised));
        Set<AreaId> taken = committees.areasInOffice(ids);
        Map<AreaId, AreaObstacle> obstacles = new HashMap<>();
        for (AreaView area : areas) {
            if (taken.contains(area.id())) {
                obstacles.put(area.id(), obstacle("taken", area, LOGIN, LOOKUP));
            } else if (pending.contains(area.id().value())) {
                obstacles.put(area.id(), obstacle("pending", area, PROGRESS));
            }
        }
        return obstacles;
    }

    private AreaObstacle obstacle(String kind, AreaView area, Way... ways) {
        DistrictCentre centre = districts.get(area.district());
        return new AreaObstacle(
                Messages.of("committee.area." + kind),
                Messages.of("committee.area." + kind + ".advice"),
                Stream.of(ways)
                        .map(way -> new Way(Messages.of(way.label()), way.href()))
                        .toList(),
                centre.centreName(),
                centre.phone());
    }
}
