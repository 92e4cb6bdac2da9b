package org.maintenancefund.area.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 物业区域管理 for the municipal centre, 物业区域查询 for a district: the list. */
@Controller
class AreaListController {

    private final PropertyAreas areas;
    private final OpenAreas open;
    private final Clock clock;

    AreaListController(PropertyAreas areas, OpenAreas open, Clock clock) {
        this.areas = areas;
        this.open = open;
        this.clock = clock;
    }

    @GetMapping(AreaFilterForm.PATH)
    String list(
            AreaFilterForm form,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        SeenDistricts seen = open.districts(user);
        AreaSearch search = form.search(seen, LocalDate.now(clock)).page(after, before);
        List<Chip> chips = form.chips(seen, search.cursor());
        boolean readable = Chips.readable(chips);
        model.addAttribute("title", Page.AREAS.labelFor(user.role()));
        model.addAttribute("keeps", Page.AREA_CHANGE.isOpenTo(user.role()));
        model.addAttribute("form", form);
        model.addAttribute("districts", seen.centres());
        model.addAttribute("streets", form.streets(seen));
        model.addAttribute("types", AreaType.values());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", readable ? areas.search(search) : Slice.empty());
        model.addAttribute("total", readable ? areas.count(search) : CappedCount.none());
        return "area/list";
    }
}
