package org.maintenancefund.office.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.domain.OfficeSearches;
import org.springframework.stereotype.Component;

/** Whose offices staff see: a district's people those whose 所属区 is theirs, the municipal centre's people all. */
@Component
class OpenOffices {

    private final OfficeSearches searches;

    OpenOffices(OfficeSearches searches) {
        this.searches = searches;
    }

    /** The office; {@link NotFound} where there is none or it is another district's. */
    OfficeView get(OfficeId id, CurrentUser user) {
        return searches.find(id)
                .filter(office -> user.districtIfAny()
                        .map(own -> own.equals(office.details().district()))
                        .orElse(true))
                .orElseThrow(() -> new NotFound("office " + id));
    }
}
