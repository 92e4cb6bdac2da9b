package org.maintenancefund.area.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.city.StreetId;

/**
 * What is entered of an area; its number comes with entering. The district is that of the street.
 *
 * @param aliases       other names it is known by, oldest first
 * @param community     社区, possibly empty
 * @param parcelNumbers 宗地号
 * @param buildings     幢数
 * @param households    户数
 * @param fundAccount   an account of its own, where it has one
 */
public record NewArea(
        String name,
        List<String> aliases,
        StreetId street,
        String community,
        String address,
        List<String> parcelNumbers,
        AreaType type,
        FloorAreas floorAreas,
        int buildings,
        int households,
        @Nullable Integer yearBuilt,
        @Nullable FundAccount fundAccount) {

    public NewArea {
        aliases = List.copyOf(aliases);
        parcelNumbers = List.copyOf(parcelNumbers);
    }

    public static NewArea of(AreaView area) {
        return new NewArea(
                area.name(),
                area.aliases(),
                area.street(),
                area.community(),
                area.address(),
                area.parcelNumbers(),
                area.type(),
                area.floorAreas(),
                area.buildings(),
                area.households(),
                area.yearBuilt(),
                area.fundAccount());
    }

    /**
     * With the figures of another one that goes into it: they add up, the earliest year and the one fund account stay. What
     * it is called and where it lies, is as before.
     */
    NewArea plus(NewArea other) {
        return new NewArea(
                name,
                aliases,
                street,
                community,
                address,
                Stream.concat(parcelNumbers.stream(), other.parcelNumbers.stream())
                        .distinct()
                        .toList(),
                type,
                floorAreas.plus(other.floorAreas),
                buildings + other.buildings,
                households + other.households,
                yearBuilt == null || other.yearBuilt == null
                        ? (yearBuilt == null ? other.yearBuilt : yearBuilt)
                        : Integer.valueOf(Math.min(yearBuilt, other.yearBuilt)),
                fundAccount == null ? other.fundAccount : fundAccount);
    }
}
