package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;

/**
 * A community's information as steps A to D tell it. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param total        总建筑面积 in m², as are the three parts of it
 * @param buildings    幢数, as told in step B
 * @param households   户数, likewise
 * @param buildingList the buildings of step C
 */
record AreaInfo(
        String name,
        UUID district,
        UUID street,
        String community,
        String address,
        List<String> parcelNumbers,
        AreaType type,
        BigDecimal total,
        BigDecimal residential,
        BigDecimal commercial,
        BigDecimal other,
        int buildings,
        int households,
        @Nullable Integer yearBuilt,
        @Nullable FundAccount fundAccount,
        List<Building> buildingList) {

    AreaInfo {
        parcelNumbers = List.copyOf(parcelNumbers);
        buildingList = List.copyOf(buildingList);
        total = total.setScale(2, RoundingMode.HALF_UP);
        residential = residential.setScale(2, RoundingMode.HALF_UP);
        commercial = commercial.setScale(2, RoundingMode.HALF_UP);
        other = other.setScale(2, RoundingMode.HALF_UP);
    }

    /** What is on record. */
    static AreaInfo of(AreaView area, List<Building> buildings) {
        return new AreaInfo(
                area.name(),
                area.district().value(),
                area.street().value(),
                area.community(),
                area.address(),
                area.parcelNumbers(),
                area.type(),
                area.floorAreas().total(),
                area.floorAreas().residential(),
                area.floorAreas().commercial(),
                area.floorAreas().other(),
                area.buildings(),
                area.households(),
                area.yearBuilt(),
                area.fundAccount(),
                buildings);
    }

    /**
     * What becomes of the record when this is told of it: only what the applicant changed counts, everything else stays as
     * it is on record by now. Name and district are the municipal centre's.
     *
     * @param before what the applicant started from
     * @param now    what is on record
     */
    AreaInfo appliedTo(AreaInfo before, AreaInfo now) {
        return new AreaInfo(
                now.name,
                now.district,
                pick(AreaInfo::street, before, now),
                pick(AreaInfo::community, before, now),
                pick(AreaInfo::address, before, now),
                pick(AreaInfo::parcelNumbers, before, now),
                pick(AreaInfo::type, before, now),
                pick(AreaInfo::total, before, now),
                pick(AreaInfo::residential, before, now),
                pick(AreaInfo::commercial, before, now),
                pick(AreaInfo::other, before, now),
                pick(AreaInfo::buildings, before, now),
                pick(AreaInfo::households, before, now),
                pickNullable(AreaInfo::yearBuilt, before, now),
                pickNullable(AreaInfo::fundAccount, before, now),
                pick(AreaInfo::buildingList, before, now));
    }

    private <T> T pick(Function<AreaInfo, T> field, AreaInfo before, AreaInfo now) {
        return Objects.equals(field.apply(this), field.apply(before)) ? field.apply(now) : field.apply(this);
    }

    private <T> @Nullable T pickNullable(Function<AreaInfo, @Nullable T> field, AreaInfo before, AreaInfo now) {
        return Objects.equals(field.apply(this), field.apply(before)) ? field.apply(now) : field.apply(this);
    }

    /** As the list of areas takes it. */
    NewArea toArea(List<String> aliases) {
        return new NewArea(
                name,
                aliases,
                new StreetId(street),
                community,
                address,
                parcelNumbers,
                type,
                new FloorAreas(total, residential, commercial, other),
                buildings,
                households,
                yearBuilt,
                fundAccount);
    }
}
