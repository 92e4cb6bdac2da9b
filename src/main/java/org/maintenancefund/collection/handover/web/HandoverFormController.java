package org.maintenancefund.collection.handover.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.handover.HandoverNumber;
import org.maintenancefund.collection.handover.HandoverRegister;
import org.maintenancefund.collection.handover.HandoverService;
import org.maintenancefund.collection.handover.HandoverView;
import org.maintenancefund.collection.handover.Matter;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The matters of a hand-over as they are written down: kept, handed over, or listed by the district. */
@Controller
@RequestMapping(HandoverListController.PATH + "/{number}")
@RequiredArgsConstructor
class HandoverFormController {

    private final HandoverRegister register;
    private final HandoverService service;
    private final HandoverPages pages;
    private final Clock clock;

    @PostMapping("/matters")
    ModelAndView save(
            @PathVariable HandoverNumber number,
            @ModelAttribute("form") HandoverForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return written(
                number,
                form,
                errors,
                false,
                said -> service.save(number, form.seenVersion(), said, user),
                "handover.saved",
                user,
                flash);
    }

    @PostMapping("/hand-over")
    ModelAndView handOver(
            @PathVariable HandoverNumber number,
            @ModelAttribute("form") HandoverForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return written(
                number,
                form,
                errors,
                true,
                said -> service.handOver(number, form.seenVersion(), form.shown(), said, user),
                "handover.handed-over",
                user,
                flash);
    }

    @PostMapping("/release")
    ModelAndView release(
            @PathVariable HandoverNumber number,
            @ModelAttribute("form") HandoverForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Checked<String> because = HandoverPages.words(form.because());
        if (!because.isOk()) {
            FieldErrors.reject(errors, "because", because.reason());
        }
        return written(
                number,
                form,
                errors,
                true,
                said -> service.release(number, form.seenVersion(), form.shown(), said, because.value(), user),
                "handover.released",
                user,
                flash);
    }

    /** Reads the matters and lets a step keep them; else the page again with all that was typed, and with today's figures. */
    private ModelAndView written(
            HandoverNumber number,
            HandoverForm form,
            BindingResult errors,
            boolean complete,
            Consumer<List<Matter>> step,
            String done,
            CurrentUser user,
            RedirectAttributes flash) {
        HandoverView found = register.get(number, user);
        List<Matter> said = form.read(found, complete, LocalDate.now(clock), errors);
        if (!errors.hasErrors()) {
            try {
                step.accept(said);
                return HandoverPages.done(number, done, flash);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return pages.page(register.get(number, user), HttpStatus.BAD_REQUEST);
    }
}
