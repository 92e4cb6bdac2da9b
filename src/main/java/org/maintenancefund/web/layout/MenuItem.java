package org.maintenancefund.web.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the menu as the template draws it: a link, or a heading with lines below it.
 *
 * @param label    words
 * @param icon     icon of a line at the top level, else null
 * @param href     where a link leads, null for a heading
 * @param count    things that wait there, 0 for no badge
 * @param current  true for the page that is open
 * @param children lines below a heading
 */
public record MenuItem(
        String label,
        @Nullable String icon,
        @Nullable String href,
        long count,
        boolean current,
        List<MenuItem> children) {

    public boolean isHeading() {
        return href == null;
    }

    /** A badge of three digits at most. */
    public String countText() {
        return count > 999 ? "999+" : Long.toString(count);
    }
}
