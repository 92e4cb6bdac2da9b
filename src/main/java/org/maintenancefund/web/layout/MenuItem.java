package org.maintenancefund.web.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the menu as the template draws it: a link, or a heading with lines below it.
 *
 * @param label    words
 * @param icon     icon of a line at the top level, else null
 * @param href     where a link leads, null for a heading
 * @param count    things that wait there, or below the heading; 0 for no badge
 * @param current  true for the page that is open
 * @param folded   true for a heading whose lines are seen when it is opened
 * @param children lines below a heading
 */
public record MenuItem(
        String label,
        @Nullable String icon,
        @Nullable String href,
        long count,
        boolean current,
        boolean folded,
        List<MenuItem> children) {

    static MenuItem link(String label, @Nullable String icon, String href, long count, boolean current) {
        return new MenuItem(label, icon, href, count, current, false, List.of());
    }

    static MenuItem heading(String label, @Nullable String icon, List<MenuItem> children) {
        long waiting = children.stream().mapToLong(MenuItem::count).sum();
        return new MenuItem(label, icon, null, waiting, false, false, children);
    }

    /** The same folded, unless the open page stands below it. */
    MenuItem fold() {
        return isHeading() && children.stream().noneMatch(MenuItem::current)
                ? new MenuItem(label, icon, href, count, current, true, children)
                : this;
    }

    public boolean isHeading() {
        return href == null;
    }

    /** How many links there are in it. */
    int links() {
        return isHeading() ? children.stream().mapToInt(MenuItem::links).sum() : 1;
    }

    /** A badge of three digits at most. */
    public String countText() {
        return count > 999 ? "999+" : Long.toString(count);
    }
}
