package org.maintenancefund.area.application;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;

/**
 * A community's information as steps A to D tell it. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param area         what steps A, B and D say; former names are not asked
 * @param buildingList the buildings of step C
 */
record AreaInfo(DistrictId district, NewArea area, List<Building> buildingList) {

    AreaInfo {
        buildingList = List.copyOf(buildingList);
    }

    static AreaInfo of(AreaView area, List<Building> buildings) {
        return new AreaInfo(area.district(), NewArea.of(area), buildings);
    }

    boolean isInStreetOf(AreaView other) {
        return other.street().equals(area.street());
    }

    String streetName(Districts districts) {
        return districts.get(district).street(area.street()).map(Street::name).orElse("");
    }

    /**
     * What becomes of the record when this is told of it: only what the applicant changed counts, everything else stays as
     * it is on record by now. Name and district are the municipal centre's.
     *
     * @param before what the applicant started from
     * @param now    what is on record
     */
    AreaInfo appliedTo(AreaInfo before, AreaInfo now) {
        NewArea applied = new NewArea(
                now.area.name(),
                now.area.aliases(),
                pick(NewArea::street, before, now),
                pick(NewArea::community, before, now),
                pick(NewArea::address, before, now),
                pick(NewArea::parcelNumbers, before, now),
                pick(NewArea::type, before, now),
                new FloorAreas(
                        pick(area -> area.floorAreas().total(), before, now),
                        pick(area -> area.floorAreas().residential(), before, now),
                        pick(area -> area.floorAreas().commercial(), before, now),
                        pick(area -> area.floorAreas().other(), before, now)),
                pick(NewArea::buildings, before, now),
                pick(NewArea::households, before, now),
                pick(NewArea::yearBuilt, before, now),
                pick(NewArea::fundAccount, before, now));
        return new AreaInfo(
                now.district, applied, buildingList.equals(before.buildingList) ? now.buildingList : buildingList);
    }

    private <T extends @Nullable Object> T pick(Function<NewArea, T> field, AreaInfo before, AreaInfo now) {
        return Objects.equals(field.apply(area), field.apply(before.area)) ? field.apply(now.area) : field.apply(area);
    }
}
