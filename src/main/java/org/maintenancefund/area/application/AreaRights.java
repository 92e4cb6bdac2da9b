package org.maintenancefund.area.application;

import java.util.Comparator;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose information a person may complete: that of areas the organisation manages; companies also that of new ones. */
@Component
class AreaRights {

    private final ObjectProvider<AreaKeepers> keepers;
    private final PropertyAreas areas;

    AreaRights(ObjectProvider<AreaKeepers> keepers, PropertyAreas areas) {
        this.keepers = keepers;
        this.areas = areas;
    }

    boolean mayAdd(CurrentUser user) {
        return user.is(Role.ENTERPRISE_OPERATOR);
    }

    /** The areas of the person's organisation as of now, in name order. */
    List<AreaView> areasOf(CurrentUser user) {
        return areas.views(ids(user)).stream()
                .sorted(Comparator.comparing(AreaView::name).thenComparing(AreaView::code))
                .toList();
    }

    /** The area, or the one it went into; {@link NotFound} where it isn't the organisation's (any more). */
    AreaView require(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        if (!ids(user).contains(area.id())) {
            throw new NotFound("area " + id);
        }
        return area;
    }

    private List<AreaId> ids(CurrentUser user) {
        return keepers.stream()
                .flatMap(keeper -> keeper.areasOf(user.organisation()).stream())
                .distinct()
                .toList();
    }
}
