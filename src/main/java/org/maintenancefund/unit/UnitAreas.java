package org.maintenancefund.unit;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose units a person may see, and change: those of the areas that their organisation manages as of today, or is the committee
 * of; staff see those of their district, or of the city. Changed they are by the company or office that manages the area, by
 * nobody else.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class UnitAreas {

    private final ObjectProvider<AreaKeepers> keepers;
    private final PropertyAreas areas;

    /** The area, or the one it went into; {@link NotFound} where the person may not see its units. */
    public AreaView get(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        if (!contains(area, user)) {
            throw new NotFound("units of area " + id);
        }
        return area;
    }

    /** Whether the person may see the units of an area that stands for itself. */
    public boolean contains(AreaView area, CurrentUser user) {
        return user.role().isStaff() ? user.sees(area.district()) : of(user).contains(area.id());
    }

    /** The same for who changes something; {@link NotFound} where the person may see it only. */
    public AreaView changed(AreaId id, CurrentUser user) {
        AreaView area = get(id, user);
        requireChange(area, user);
        return area;
    }

    /**
     * The same for new units, told by the buildings of that very area: the one it went into may have other buildings by those
     * names.
     *
     * @throws Refusal where it went into another one
     */
    public AreaView extended(AreaId id, CurrentUser user) {
        AreaView area = changed(id, user);
        if (!area.id().equals(id)) {
            throw Refusal.because("unit.refusal.merged", area.name());
        }
        return area;
    }

    /** {@link NotFound} where the person may see the units of the area only. */
    public void requireChange(AreaView area, CurrentUser user) {
        if (!mayChange(user)) {
            throw new NotFound("units of area " + area.id() + " to change");
        }
    }

    /** Whether the person changes the units that they see. */
    public boolean mayChange(CurrentUser user) {
        return Page.UNIT_CHANGE.isOpenTo(user.role());
    }

    /** The areas that the organisation of someone manages today, or is the committee of; staff have none of their own. */
    public List<AreaId> of(CurrentUser user) {
        return keepers.stream()
                .flatMap(keeper -> keeper.areasOf(user.organisation()).stream())
                .distinct()
                .toList();
    }
}
