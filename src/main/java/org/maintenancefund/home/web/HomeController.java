package org.maintenancefund.home.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: where everybody starts. */
@Controller
class HomeController {

    @GetMapping("/")
    @SameForVisitors
    String home(@AuthenticationPrincipal @Nullable CurrentUser user, Model model) {
        model.addAttribute("tiles", Tile.shownTo(user));
        return "home/home";
    }
}
