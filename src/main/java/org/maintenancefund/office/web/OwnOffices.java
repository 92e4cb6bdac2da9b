package org.maintenancefund.office.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.domain.OfficeSearches;
import org.springframework.stereotype.Component;

/** Loads an office for a person of its enterprise; another company's office doesn't exist for them. */
@Component
class OwnOffices {

    private final OfficeSearches searches;

    OwnOffices(OfficeSearches searches) {
        this.searches = searches;
    }

    OfficeView get(OfficeId id, CurrentUser user) {
        return searches.ofEnterprise(EnterpriseId.of(user.organisation()), id)
                .orElseThrow(() -> new NotFound("office " + id));
    }
}
