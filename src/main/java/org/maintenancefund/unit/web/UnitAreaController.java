package org.maintenancefund.unit.web;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.domain.UnitAreaList;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 房屋底册: which area; nobody's units are shown with those of another area. */
@Controller
@RequiredArgsConstructor
class UnitAreaController {

    static final String PATH = "/units";

    private final UnitAreas rights;
    private final UnitAreaList areas;
    private final Districts districts;

    @GetMapping(PATH)
    String choose(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("text");
        Conditions seen = user.role().isStaff()
                ? new Conditions().equal("a.district_id", districts.seenBy(user).limitId(filter))
                : AreasByName.among(rights.of(user));
        new ListPage<>(filter, areas.list(text, seen)).show(model);
        return "unit/areas";
    }
}
