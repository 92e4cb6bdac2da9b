package org.maintenancefund.home.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.Todos;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台: what waits for the person signed in, and the ways to what they do most. */
@Controller
@RequiredArgsConstructor
class WorkbenchController {

    private static final Set<Role> APPLICANTS =
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR);

    private final Todos todos;
    private final QueueFigures figures;
    private final DistrictFigures kept;
    private final Applications applications;
    private final ProgressLines lines;
    private final Clock clock;

    @GetMapping("/workbench")
    String workbench(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("today", Times.longDay(clock.instant()));
        model.addAttribute("todos", groups(todos.of(user)));
        model.addAttribute("grouped", user.is(Role.DISTRICT_STAFF));
        model.addAttribute("shortcuts", Shortcut.of(user.role()));
        if (user.is(Role.DISTRICT_STAFF) && user.district() != null) {
            model.addAttribute("month", month(user.district()));
        }
        if (APPLICANTS.contains(user.role())) {
            model.addAttribute("underway", applications.underway(user.organisation()));
            model.addAttribute(
                    "line",
                    lines.of(user.organisation())
                            .filter(line -> !line.isComplete())
                            .orElse(null));
        }
        return "home/workbench";
    }

    private QueueFigures.MonthFigures month(DistrictId district) {
        return kept.of(district, QueueFigures.MonthFigures.class, () -> figures.thisMonth(district));
    }

    private static Map<TodoGroup, List<Todo>> groups(List<Todo> todos) {
        return todos.stream().collect(Collectors.groupingBy(Todo::group, TreeMap::new, Collectors.toList()));
    }
}
