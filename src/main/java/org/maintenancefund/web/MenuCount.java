package org.maintenancefund.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;

/**
 * The number of things waiting behind a menu entry, shown as a badge there and, summed up, as 待办 in the header. A feature
 * offers it as a bean; it is asked once per page view and only for people who may open the page.
 */
public interface MenuCount {

    /** The menu entry that carries the badge. */
    Page page();

    /** How many things wait for this person; 0 shows no badge. */
    long count(CurrentUser user);
}
