package org.maintenancefund.city;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.web.Option;

/**
 * The city's district centres. There are a dozen and they hardly ever change, so they are read once and kept; a city that
 * has entered none yet has an empty list.
 */
public interface Districts {

    /** All, in the order of their codes. */
    List<DistrictCentre> all();

    Optional<DistrictCentre> find(DistrictId id);

    /** The district; throws {@link org.maintenancefund.kernel.NotFound} where there is none. */
    DistrictCentre get(DistrictId id);

    /** A district's people see their own district, all other staff see all of them. */
    default SeenDistricts seenBy(CurrentUser user) {
        return new SeenDistricts(
                user.districtIfAny().map(own -> List.of(get(own))).orElseGet(this::all));
    }

    /** All of them, for a select. */
    default List<Option> options() {
        return all().stream()
                .map(centre -> Option.of(centre.id(), centre.name()))
                .toList();
    }

    /** True where the text, as a select sends it, is the identifier of one of them. */
    default boolean isOne(@Nullable String id) {
        return all().stream().anyMatch(centre -> centre.id().toString().equals(id));
    }

    /** By its two letters, in any case. */
    Optional<DistrictCentre> byCode(String code);

    /** The district that the street belongs to. */
    Optional<DistrictCentre> ofStreet(StreetId street);

    /**
     * Enters a district centre with its streets; throws a {@link org.maintenancefund.kernel.Refusal} where the code or the
     * name is taken.
     */
    DistrictCentre establish(NewDistrictCentre command);
}
