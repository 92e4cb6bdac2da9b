package org.maintenancefund.disclosure.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.QrCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * 发放新查询码 to a household at the counter: the answer to the form is a slip to be printed, the only place where the code ever
 * stands.
 */
@Controller
@RequestMapping(CodeController.PATH + "{unit}")
@RequiredArgsConstructor
class CodeController {

    static final String PATH = "/fund/codes/";

    private final LookUpCodes codes;
    private final PropertyAreas areas;
    private final Clock clock;

    @GetMapping
    String show(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, Model model) {
        FoundUnit found = codes.collected(unit, user);
        describe(found, model);
        model.addAttribute("issued", codes.issued(unit).orElse(null));
        return "disclosure/code";
    }

    @PostMapping
    String issue(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, Model model) {
        FoundUnit found = codes.collected(unit, user);
        describe(found, model);
        model.addAttribute("code", codes.issue(unit, user).grouped());
        String address = Paper.addressOf(Page.FUND.path());
        model.addAttribute("address", address);
        model.addAttribute(
                "qrCode", QrCode.svg(address + "?number=" + found.number(), Messages.of("billing.notice.code")));
        model.addAttribute("clerk", user);
        model.addAttribute("printedAt", clock.instant());
        return "disclosure/slip";
    }

    private void describe(FoundUnit unit, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("area", areas.get(unit.area()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(unit.place().shown(), "/units/" + unit.id()),
                        Crumb.of(Messages.of("disclosure.title.code"))));
    }
}
