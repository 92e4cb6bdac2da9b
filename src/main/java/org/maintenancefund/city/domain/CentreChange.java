package org.maintenancefund.city.domain;

import java.util.Map;
import java.util.Set;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.StreetId;

/**
 * What a district centre is to be from now on.
 *
 * @param centre  everything but the streets it has already; its streets are the ones to add
 * @param renamed new names of streets it has
 * @param removed streets to take off
 */
public record CentreChange(NewDistrictCentre centre, Map<StreetId, String> renamed, Set<StreetId> removed) {

    public CentreChange {
        renamed = Map.copyOf(renamed);
        removed = Set.copyOf(removed);
    }
}
