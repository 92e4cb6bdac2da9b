package org.maintenancefund.web;

import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;

/**
 * The numbers of things that wait behind menu entries, shown as badges there and, summed up, as 待办 in the header. A feature
 * offers them as a bean; it is asked once per page view, so all its numbers come by one query.
 */
public interface MenuCounts {

    /** How many things wait for this person, by entry; 0 shows no badge, an empty map that the role has none of the kind. */
    Map<Page, Long> of(CurrentUser user);
}
