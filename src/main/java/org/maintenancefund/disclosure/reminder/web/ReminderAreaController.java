package org.maintenancefund.disclosure.reminder.web;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.city.Districts;
import org.maintenancefund.disclosure.reminder.ReminderAreaList;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 欠缴催缴: of which area, and its batches. */
@Controller
@RequiredArgsConstructor
class ReminderAreaController {

    private final CollectionRights rights;
    private final ReminderAreaList areas;
    private final ReminderRegister reminders;
    private final Districts districts;

    @GetMapping(ReminderPaths.REMINDERS)
    String choose(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(ReminderPaths.REMINDERS, address);
        String text = filter.text("text");
        Conditions seen = user.role().isStaff()
                ? new Conditions().equal("a.district_id", districts.seenBy(user).limitId(filter))
                : AreasByName.among(rights.of(user));
        new ListPage<>(filter, areas.list(text, seen, user)).show(model);
        return "disclosure/reminder/areas";
    }

    @GetMapping(ReminderPaths.AREA)
    String batches(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        model.addAttribute("area", found);
        model.addAttribute("path", ReminderPaths.area(found.id()));
        model.addAttribute("collects", rights.mayCollect(found, user));
        model.addAttribute(Crumb.ATTRIBUTE, ReminderPaths.crumbs(found));
        new ListPage<>(
                        new ListFilter(ReminderPaths.area(found.id()), address),
                        reminders.of(found.id(), rights.months(found, user)))
                .show(model);
        return "disclosure/reminder/batches";
    }
}
