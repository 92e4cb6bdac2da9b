package org.maintenancefund.home.web;

import java.time.Clock;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Todos;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台: what waits for the person signed in, and the ways to what they do most. */
@Controller
@RequiredArgsConstructor
class WorkbenchController {

    private final Todos todos;
    private final QueueFigures figures;
    private final Clock clock;

    @GetMapping("/workbench")
    String workbench(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("today", Times.longDay(clock.instant()));
        model.addAttribute("todos", todos.of(user));
        model.addAttribute(
                "entrances",
                Arrays.stream(Page.values())
                        .filter(page -> page.inMenu() && page != Page.WORKBENCH && page.isOpenTo(user.role()))
                        .toList());
        if (user.is(Role.DISTRICT_STAFF) && user.district() != null) {
            model.addAttribute("month", figures.thisMonth(user.district()));
        }
        return "home/workbench";
    }
}
