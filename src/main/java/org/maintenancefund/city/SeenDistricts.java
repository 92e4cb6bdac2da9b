package org.maintenancefund.city;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.web.ListFilter;

/**
 * The districts whose records a person sees, and which of them a list is filtered to.
 *
 * @param centres a single one for a district's people, all for the municipal centre's
 */
public record SeenDistricts(List<DistrictCentre> centres) {

    /** Reads the filter of districts: what a list is limited to, the chosen one or the only one; empty for all. */
    public Optional<DistrictCentre> limit(ListFilter filter) {
        return filter.one("district", centres, DistrictCentre::id, DistrictCentre::name)
                .or(() -> centres.size() == 1 ? Optional.of(centres.get(0)) : Optional.empty());
    }

    /** The same as the value of a column. */
    public Optional<UUID> limitId(ListFilter filter) {
        return limit(filter).map(centre -> centre.id().value());
    }
}
