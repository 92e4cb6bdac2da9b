package org.maintenancefund.area.application;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.kernel.ChineseText;
import org.springframework.stereotype.Component;

/** What is on record by now of the areas that applications are about. */
@Component
@RequiredArgsConstructor
class AreaRecords {

    private final PropertyAreas areas;
    private final AreaBuildings buildings;

    AreaInfo info(AreaView area) {
        return AreaInfo.of(area, buildings.of(area.id()));
    }

    /** The active area of exactly this name in the street, by the order of their numbers the first. */
    Optional<AreaView> named(AreaInfo info) {
        return areas.activeNamed(List.of(ChineseText.fold(info.area().name()))).stream()
                .filter(area -> area.street().equals(info.area().street()))
                .min(Comparator.comparing(AreaView::code));
    }

    /** Others of exactly this name in the district. */
    List<AreaView> namedElsewhere(AreaInfo info) {
        return areas.activeNamed(List.of(ChineseText.fold(info.area().name()))).stream()
                .filter(area -> area.district().equals(info.district()))
                .filter(area -> !area.street().equals(info.area().street()))
                .toList();
    }
}
