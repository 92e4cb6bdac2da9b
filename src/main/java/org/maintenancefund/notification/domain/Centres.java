package org.maintenancefund.notification.domain;

import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.Districts;
import org.maintenancefund.notification.Placeholder;
import org.maintenancefund.web.Site;
import org.maintenancefund.web.SiteInfo;
import org.springframework.stereotype.Component;

/** Whom to ask: the district centre in charge, or the municipal one where there is none. */
@Component
@RequiredArgsConstructor
class Centres {

    private final Districts districts;
    private final Site municipal;

    Map<Placeholder, String> values(@Nullable DistrictId district) {
        return Optional.ofNullable(district)
                .flatMap(districts::find)
                .map(centre -> values(centre.centreName(), centre.phone().toString()))
                .orElseGet(() -> {
                    SiteInfo site = municipal.info();
                    return values(site.centreName(), site.contactPhone());
                });
    }

    private static Map<Placeholder, String> values(String name, String phone) {
        return Map.of(Placeholder.CENTRE, name, Placeholder.CENTRE_PHONE, phone);
    }
}
