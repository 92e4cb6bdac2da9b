package org.maintenancefund.city;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;

/**
 * The districts whose records a person sees, and which of them a list is filtered to.
 *
 * @param centres a single one for a district's people, all for the municipal centre's
 */
public record SeenDistricts(List<DistrictCentre> centres) {

    /** The one that was chosen; empty where it isn't among them. */
    public Optional<DistrictCentre> chosen(@Nullable String id) {
        return centres.stream()
                .filter(centre -> centre.id().toString().equals(id))
                .findFirst();
    }

    /** What a list is limited to: the chosen one, or the only one; null for all. */
    public @Nullable DistrictId limit(@Nullable String id) {
        return chosen(id).or(this::only).map(DistrictCentre::id).orElse(null);
    }

    /** The streets that can be chosen: those of the district that the list is limited to. */
    public List<Street> streets(@Nullable String id) {
        return chosen(id).or(this::only).map(DistrictCentre::streets).orElse(List.of());
    }

    private Optional<DistrictCentre> only() {
        return centres.size() == 1 ? Optional.of(centres.get(0)) : Optional.empty();
    }
}
