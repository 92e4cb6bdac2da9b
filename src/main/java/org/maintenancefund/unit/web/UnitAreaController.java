package org.maintenancefund.unit.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
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

/** 房屋底册: which area; who has one only goes on to it. */
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
        if (user.role().isStaff()) {
            show(address, model, filter -> new Conditions().equal("a.district_id", districts.seenBy(user).limitId(filter)));
            return "unit/areas";
        }
        List<AreaId> theirs = rights.of(user);
        if (theirs.size() == 1) {
            return "redirect:" + UnitListController.path(theirs.get(0));
        }
        show(address, model, filter -> UnitAreaList.among(theirs));
        return "unit/areas";
    }

    private void show(Map<String, List<String>> address, Model model, Function<ListFilter, Conditions> seen) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("text");
        new ListPage<>(filter, areas.list(text, seen.apply(filter))).show(model);
    }
}
