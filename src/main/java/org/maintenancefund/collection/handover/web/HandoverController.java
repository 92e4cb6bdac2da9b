package org.maintenancefund.collection.handover.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.city.Districts;
import org.maintenancefund.collection.handover.HandoverDecisions;
import org.maintenancefund.collection.handover.HandoverNumber;
import org.maintenancefund.collection.handover.HandoverRegister;
import org.maintenancefund.collection.handover.HandoverView;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One hand-over: what there is to see of it, its paper, and what becomes of a list that was handed over. */
@Controller
@RequestMapping(HandoverListController.PATH + "/{number}")
@RequiredArgsConstructor
class HandoverController {

    private final HandoverRegister register;
    private final HandoverDecisions decisions;
    private final Districts districts;
    private final HandoverPages pages;
    private final Clock clock;

    @GetMapping
    ModelAndView show(@PathVariable HandoverNumber number, @AuthenticationPrincipal CurrentUser user) {
        HandoverView found = register.get(number, user);
        return pages.page(found, HttpStatus.OK).addObject("form", HandoverForm.of(found));
    }

    /** 移交清单: of what is frozen alone. */
    @GetMapping("/paper")
    String paper(@PathVariable HandoverNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        HandoverView found = register.get(number, user);
        if (!found.state().isFrozen()) {
            throw new NotFound("list of hand-over " + number);
        }
        model.addAttribute("handover", found);
        model.addAttribute("centre", districts.get(found.area().district()));
        model.addAttribute("printedAt", Times.minute(clock.instant()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(number.toString(), HandoverPages.path(number)),
                        Crumb.of(Messages.of("handover.paper"))));
        return "collection/handover-paper";
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        decisions.takeBack(number, FormPages.seenVersion(version), user);
        return HandoverPages.done(number, "handover.taken-back", flash);
    }

    @PostMapping("/receive")
    ModelAndView receive(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            decisions.receive(number, FormPages.seenVersion(version), user);
        } catch (Refusal refusal) {
            return FormPages.seeOther(HandoverPages.path(number), Notice.warning(refusal.reason()), flash);
        }
        return HandoverPages.done(number, "handover.received", flash);
    }

    @PostMapping("/object")
    ModelAndView object(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String objection,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        HandoverView found = register.get(number, user);
        Checked<String> words = HandoverPages.words(objection);
        if (!words.isOk()) {
            return pages.page(found, HttpStatus.BAD_REQUEST)
                    .addObject("form", HandoverForm.of(found))
                    .addObject("typed", objection)
                    .addObject("refused", Messages.of(words.reason()));
        }
        decisions.object(number, FormPages.seenVersion(version), words.value(), user);
        return HandoverPages.done(number, "handover.objected", flash);
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        decisions.discard(number, FormPages.seenVersion(version), user);
        return HandoverPages.done(number, "handover.discarded", flash);
    }
}
