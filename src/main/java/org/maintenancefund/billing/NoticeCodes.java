package org.maintenancefund.billing;

import java.util.Collection;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.unit.UnitId;

/** Who gives households the 查询码 that they look their bills up with; printed on their notices, once. */
public interface NoticeCodes {

    /**
     * New ones for those of the units that have none, to be printed now: nobody can read them again.
     *
     * @param area  of the units
     * @param user  collects there, else {@link org.maintenancefund.kernel.NotFound}
     * @return as they are printed; units that have one already are left out
     */
    Map<UnitId, String> issueMissing(AreaView area, Collection<UnitId> units, CurrentUser user);
}
