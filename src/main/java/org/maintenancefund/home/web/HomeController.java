package org.maintenancefund.home.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page, where everybody starts, and 区中心联系方式: whom to call and where to go. */
@Controller
@RequiredArgsConstructor
class HomeController {

    private final Districts districts;
    private final Notices notices;
    private final ApplicationLimits limits;

    /**
     * A large link of the home page.
     *
     * @param title the label of the page behind it
     * @param text  for whom
     * @param main  true for the one that stands out
     */
    record Tile(String title, String text, String href, String icon, boolean main) {

        private static Tile to(Page page, String icon, boolean main, Object... args) {
            return new Tile(page.label(), Messages.of("home.tile." + page, args), page.path(), icon, main);
        }
    }

    /** Who is signed in goes on to the workbench instead of signing in again. */
    @GetMapping("/")
    @SameForVisitors
    String home(@AuthenticationPrincipal @Nullable CurrentUser user, Model model) {
        model.addAttribute(
                "tiles",
                List.of(
                        Tile.to(Page.ENTERPRISE_REGISTRATION, "building", false),
                        Tile.to(Page.COMMITTEE_REGISTRATION, "people", false),
                        Tile.to(Page.USERNAME_LOOKUP, "search", false),
                        Tile.to(Page.FUND, "cash-stack", false),
                        user == null
                                ? Tile.to(Page.LOGIN, "box-arrow-in-right", true)
                                : Tile.to(Page.WORKBENCH, "house", true, user.personName())));
        model.addAttribute("notices", notices.onHomePage());
        model.addAttribute("workingDays", limits.workingDays());
        return "home/home";
    }

    @GetMapping("/centres")
    String centres(Model model) {
        model.addAttribute("title", Page.CENTRES.label());
        model.addAttribute("centres", districts.all());
        return "home/centres";
    }
}
