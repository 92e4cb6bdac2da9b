package org.maintenancefund.collection.handover.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.city.Districts;
import org.maintenancefund.collection.handover.HandoverNumber;
import org.maintenancefund.collection.handover.HandoverRegister;
import org.maintenancefund.collection.handover.HandoverService;
import org.maintenancefund.collection.handover.HandoverView;
import org.maintenancefund.collection.handover.Matter;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One hand-over: its matters, both parties' steps, what the district does, the paper. */
@Controller
@RequestMapping(HandoverListController.PATH + "/{number}")
@RequiredArgsConstructor
class HandoverController {

    private static final int LONGEST = 500;

    private final HandoverRegister register;
    private final HandoverService service;
    private final Districts districts;
    private final AuditHistory history;
    private final Clock clock;

    @GetMapping
    ModelAndView show(@PathVariable HandoverNumber number, @AuthenticationPrincipal CurrentUser user) {
        HandoverView found = register.get(number, user);
        return page(found, HttpStatus.OK).addObject("form", HandoverForm.of(found));
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
                List.of(new Crumb(number.toString(), path(number)), Crumb.of(Messages.of("handover.paper"))));
        return "collection/handover-paper";
    }

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
        Checked<String> because = words(form.because());
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

    @PostMapping("/take-back")
    ModelAndView takeBack(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        service.takeBack(number, FormPages.seenVersion(version), user);
        return done(number, "handover.taken-back", flash);
    }

    @PostMapping("/receive")
    ModelAndView receive(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            service.receive(number, FormPages.seenVersion(version), user);
        } catch (Refusal refusal) {
            return FormPages.seeOther(path(number), Notice.warning(refusal.reason()), flash);
        }
        return done(number, "handover.received", flash);
    }

    @PostMapping("/object")
    ModelAndView object(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String objection,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        HandoverView found = register.get(number, user);
        Checked<String> words = words(objection);
        if (!words.isOk()) {
            return page(found, HttpStatus.BAD_REQUEST)
                    .addObject("form", HandoverForm.of(found))
                    .addObject("typed", objection)
                    .addObject("refused", Messages.of(words.reason()));
        }
        service.object(number, FormPages.seenVersion(version), words.value(), user);
        return done(number, "handover.objected", flash);
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @PathVariable HandoverNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        service.discard(number, FormPages.seenVersion(version), user);
        return done(number, "handover.discarded", flash);
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
                return done(number, done, flash);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return page(register.get(number, user), HttpStatus.BAD_REQUEST);
    }

    private static Checked<String> words(String typed) {
        Checked<String> words = ChineseText.paragraphs(typed, LONGEST);
        return !words.isOk() || ChineseText.length(words.value()) >= 2
                ? words
                : Checked.refused("handover.words.required");
    }

    private static ModelAndView done(HandoverNumber number, String notice, RedirectAttributes flash) {
        return FormPages.seeOther(path(number), Notice.success(notice, number), flash);
    }

    private ModelAndView page(HandoverView found, HttpStatus status) {
        return new ModelAndView("collection/handover", status)
                .addObject("handover", found)
                .addObject("settlers", Option.ofEnum(Matter.Settler.class))
                .addObject("path", path(found.number()))
                .addObject("history", history.of("handover", found.number()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(found.area().name(), null),
                                Crumb.of(found.number().toString())));
    }

    private static String path(HandoverNumber number) {
        return HandoverListController.PATH + "/" + number;
    }
}
