package org.maintenancefund.city;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.ExportPlace;
import org.springframework.stereotype.Component;

/** Exported lists bear the name of the district whose people send them out. */
@Component
@RequiredArgsConstructor
class DistrictOfExports implements ExportPlace {

    private final Districts districts;

    @Override
    public Optional<String> of(CurrentUser user) {
        return user.districtIfAny().flatMap(districts::find).map(DistrictCentre::name);
    }
}
