package org.maintenancefund.unit.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.unit.OpeningBalances;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.UnitOfArea;
import org.maintenancefund.web.Crumb;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One unit: what it is today, what it was, what it began with, who paid when, and what other features have of it. */
@Controller
@RequiredArgsConstructor
class UnitController {

    private final UnitService units;
    private final UnitAreas rights;
    private final OpeningBalances openings;
    private final UnitPages pages;
    private final ObjectProvider<UnitPart> parts;

    static String path(UnitId unit) {
        return UnitAreaController.PATH + "/" + unit;
    }

    /** Whole mobile numbers are for those alone who keep them. */
    @GetMapping("/units/{id}")
    String show(@PathVariable UnitId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        UnitOfArea found = units.get(id, user);
        UnitView unit = found.unit();
        AreaView area = found.area();
        boolean changes = rights.mayChange(user);
        model.addAttribute("unit", unit);
        model.addAttribute("area", area);
        model.addAttribute("rows", pages.summary(unit, area, changes));
        model.addAttribute("opening", openings.of(id).map(UnitPages::opening).orElse(List.of()));
        model.addAttribute("versions", pages.versions(unit));
        model.addAttribute("payers", pages.payers(unit, changes));
        model.addAttribute(
                "others",
                parts.orderedStream()
                        .flatMap(part -> part.of(unit, area, user).stream())
                        .toList());
        model.addAttribute("changes", changes);
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(area.name(), UnitListController.path(area.id())),
                        Crumb.of(unit.place().shown())));
        return "unit/show";
    }
}
