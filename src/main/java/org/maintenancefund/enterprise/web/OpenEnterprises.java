package org.maintenancefund.enterprise.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.domain.EnterpriseSearches;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Whose companies a person sees: a district's people those registered there, the municipal centre's people all. */
@Component
class OpenEnterprises {

    private final EnterpriseSearches searches;

    OpenEnterprises(EnterpriseSearches searches) {
        this.searches = searches;
    }

    /** The company; {@link NotFound} where there is none or it is another district's. */
    EnterpriseCard get(EnterpriseId id, CurrentUser user) {
        return searches.card(id)
                .filter(card -> user.districtIfAny()
                        .map(own -> own.equals(card.view().district()))
                        .orElse(true))
                .orElseThrow(() -> new NotFound("enterprise " + id));
    }
}
