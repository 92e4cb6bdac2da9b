package org.maintenancefund.home.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.kernel.Messages;

/**
 * A large link of the home page.
 *
 * @param title words, the label of the page behind it
 * @param text  for whom
 * @param href  where it leads
 * @param icon  its icon
 * @param main  true for the one that stands out
 */
record Tile(String title, String text, String href, String icon, boolean main) {

    /** What the home page offers; who is signed in goes on to the workbench instead of signing in again. */
    static List<Tile> shownTo(@Nullable CurrentUser user) {
        return List.of(
                to(Page.ENTERPRISE_REGISTRATION, "building", false),
                to(Page.COMMITTEE_REGISTRATION, "people", false),
                to(Page.USERNAME_LOOKUP, "search", false),
                user == null
                        ? to(Page.LOGIN, "box-arrow-in-right", true)
                        : to(Page.WORKBENCH, "house", true, user.personName()));
    }

    private static Tile to(Page page, String icon, boolean main, Object... args) {
        return new Tile(page.label(), Messages.of("home.tile." + page, args), page.path(), icon, main);
    }
}
