package org.maintenancefund.area.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Whose areas a person sees: a district's people their own district's, the municipal centre's people all. */
@Component
class OpenAreas {

    private final PropertyAreas areas;

    OpenAreas(PropertyAreas areas) {
        this.areas = areas;
    }

    /** The area; {@link NotFound} where there is none or it is another district's. */
    AreaView get(AreaId id, CurrentUser user) {
        AreaView area = areas.get(id);
        if (user.districtIfAny().filter(own -> !own.equals(area.district())).isPresent()) {
            throw new NotFound("area " + id);
        }
        return area;
    }
}
