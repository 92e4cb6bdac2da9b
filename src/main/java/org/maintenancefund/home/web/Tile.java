package org.maintenancefund.home.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;

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
                to(Page.ENTERPRISE_REGISTRATION, "没有物业管理资质的企业", "building", false),
                to(Page.COMMITTEE_REGISTRATION, "业主委员会或筹备组", "people", false),
                to(Page.USERNAME_LOOKUP, "审核通过后查询用户名", "search", false),
                user == null
                        ? to(Page.LOGIN, "已有用户名的单位和人员", "box-arrow-in-right", true)
                        : to(Page.WORKBENCH, user.personName() + "，您已登录", "house", true));
    }

    private static Tile to(Page page, String text, String icon, boolean main) {
        return new Tile(page.label(), text, page.path(), icon, main);
    }
}
