package org.maintenancefund.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;

/**
 * The numbers of things that wait behind menu entries, shown as badges there and, summed up, as 待办 in the header. A feature
 * offers them as a bean; all its numbers come by one query. They depend on nothing but role and district, for they are counted
 * once for all who share both.
 */
public interface MenuCounts {

    /** How many things wait, by entry; 0 shows no badge, an empty map that the role has none of the kind. */
    Map<Page, Long> of(Role role, @Nullable DistrictId district);
}
