package org.maintenancefund.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;

/**
 * Where a page was come to from, where its address names it by a reference: 为经办人员创建用户名 from the application that was
 * approved. The page stays below that in the menu and in 当前位置. Another module knows it than the page's own.
 */
public interface PageOrigin {

    /** Name of the request's attribute that holds the menu entry of the origin. */
    String ENTRY = PageOrigin.class.getName();

    /**
     * @param entry the menu entry
     * @param back  leads back
     * @param call  whom to phone, as {@code application/parts} shows it; null where nobody has to be
     */
    record Origin(Page entry, Crumb back, @Nullable Object call) {}

    /** Empty where there is no such thing, or none that the person may see. */
    Optional<Origin> find(String reference, CurrentUser user);
}
