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
import org.maintenancefund.application.Applications.Underway;
import org.maintenancefund.application.MonthlyFigures;
import org.maintenancefund.application.MonthlyFigures.Months;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.StatusLines;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.Todos;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 工作台: what waits for the person signed in, how that stands which they look after, and the ways to what they do most. Which of
 * the parts there are goes by the role.
 */
@Controller
@RequiredArgsConstructor
class WorkbenchController {

    private static final Set<Role> APPLICANTS =
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR);

    private final Todos todos;
    private final StatusLines states;
    private final MonthlyFigures months;
    private final DistrictComparison comparison;
    private final DistrictFigures kept;
    private final Applications applications;
    private final ProgressLines lines;
    private final JobOverview jobs;
    private final Districts districts;
    private final Clock clock;

    /**
     * An application of one's own that is not decided for good.
     *
     * @param turn whose turn it is, and until when
     */
    record Own(Underway application, String turn) {}

    @GetMapping("/workbench")
    String workbench(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("today", Times.longDay(clock.instant()));
        model.addAttribute("todos", groups(todos.of(user)));
        model.addAttribute("grouped", user.is(Role.DISTRICT_STAFF));
        model.addAttribute("states", states.of(user));
        model.addAttribute("statesTitle", Messages.find("home.states." + user.role()));
        model.addAttribute("shortcuts", Shortcut.of(user.role()));
        if (user.is(Role.DISTRICT_STAFF) && user.district() != null) {
            model.addAttribute("month", MonthRows.of(months(user.district())));
        }
        if (user.is(Role.MUNICIPAL_STAFF)) {
            model.addAttribute("districts", comparison.rows());
        }
        if (user.is(Role.SYSTEM_ADMIN)) {
            showJobs(model);
        }
        if (APPLICANTS.contains(user.role())) {
            model.addAttribute(
                    "underway",
                    applications.underway(user.organisation()).stream()
                            .map(this::own)
                            .toList());
            model.addAttribute("line", lines.open(user.organisation()).orElse(null));
        }
        return "home/workbench";
    }

    private void showJobs(Model model) {
        List<JobOverview.Job> all = jobs.jobs();
        model.addAttribute("jobs", all);
        model.addAttribute(
                "badJobs", all.stream().filter(JobOverview.Job::isBad).count());
    }

    private Own own(Underway application) {
        return new Own(
                application,
                application.isReturned()
                        ? Messages.of("home.turn.own", application.until())
                        : Messages.of(
                                "home.turn.district",
                                districts.get(application.district()).centreName(),
                                application.untilWords()));
    }

    private Months months(DistrictId district) {
        return kept.of(district, Months.class, () -> months.of(district));
    }

    private static Map<TodoGroup, List<Todo>> groups(List<Todo> todos) {
        return todos.stream().collect(Collectors.groupingBy(Todo::group, TreeMap::new, Collectors.toList()));
    }
}
