package org.maintenancefund.disclosure.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.QrCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 发放新查询码 to a household at the counter: the answer to the form is a slip to be printed, the only place where the code ever
 * stands. Whoever reloads it comes back to the form, and the code on the paper goes on.
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
    String issue(
            @PathVariable UnitId unit,
            @RequestParam(defaultValue = "") String seen,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        FoundUnit found = codes.collected(unit, user);
        try {
            model.addAttribute("code", codes.issue(unit, instant(seen), user).grouped());
        } catch (Refusal stale) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(stale.reason()));
            return "redirect:" + PATH + unit;
        }
        describe(found, model);
        String address = Paper.addressOf(Page.FUND.path());
        model.addAttribute("address", address);
        model.addAttribute(
                "qrCode", QrCode.svg(address + "?number=" + found.number(), Messages.of("billing.notice.code")));
        model.addAttribute("clerk", user);
        model.addAttribute("printedAt", clock.instant());
        return "disclosure/slip";
    }

    /** What was not written by the form is as if nothing had been seen. */
    private static @Nullable Instant instant(String seen) {
        try {
            return seen.isEmpty() ? null : Instant.parse(seen);
        } catch (DateTimeParseException e) {
            return null;
        }
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
