package org.maintenancefund.disclosure.paper.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.PaperService.PapersOfUnit;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Crumb;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a unit, and those that are given out of its account. */
@Controller
@RequiredArgsConstructor
class UnitPaperController {

    private final PaperService papers;

    static String path(UnitId unit) {
        return PaperController.PATH + "units/" + unit;
    }

    @GetMapping(PaperController.PATH + "units/{unit}")
    String list(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, Model model) {
        PapersOfUnit found = papers.of(unit, user);
        model.addAttribute("unit", found.unit());
        model.addAttribute("area", found.area());
        model.addAttribute("issues", found.issues());
        model.addAttribute("papers", PaperTables.of(found.papers()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(found.unit().place().shown(), "/units/" + unit),
                        Crumb.of(Messages.of("disclosure.paper.of-unit"))));
        return "disclosure/paper/unit";
    }
}
