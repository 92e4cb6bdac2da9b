package org.maintenancefund.association.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.domain.ManagedArea;
import org.maintenancefund.association.domain.ManagedAreas;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Crumb;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 我管理的小区: what an effective association gives to the people of an enterprise or an office, today and no longer. */
@Controller
class MyAreasController {

    private final ManagedAreas areas;
    private final Clock clock;

    MyAreasController(ManagedAreas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/my/areas")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ManagedAreas.Search search = new ManagedAreas.Search(
                user.organisation(),
                LocalDate.now(clock),
                ChineseText.trim(text),
                Cursor.read(after, before, ManagedAreas.KEY_PARTS));
        model.addAttribute("text", search.text());
        model.addAttribute("slice", areas.page(search));
        model.addAttribute("total", areas.count(search));
        return "association/my-areas";
    }

    @GetMapping("/my/areas/{id}")
    String show(@PathVariable AreaId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        ManagedArea managed = areas.get(id, user.organisation(), LocalDate.now(clock));
        model.addAttribute("managed", managed);
        model.addAttribute("area", managed.area());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(managed.area().name())));
        return "association/my-area";
    }
}
