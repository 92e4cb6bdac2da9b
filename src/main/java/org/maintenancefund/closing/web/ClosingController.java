package org.maintenancefund.closing.web;

import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.closing.CarriedDifferences;
import org.maintenancefund.closing.ClosingMonth;
import org.maintenancefund.closing.ClosingMonths;
import org.maintenancefund.closing.ClosingService;
import org.maintenancefund.closing.ClosingView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 期间结账: the months, and the closing of one. */
@Controller
@RequestMapping(ClosingController.PATH)
@RequiredArgsConstructor
class ClosingController {

    static final String PATH = "/closings";

    private final ClosingService service;
    private final ClosingMonths months;
    private final CarriedDifferences carried;
    private final ClosingPeople people;

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("lines", months.lines());
        model.addAttribute("changes", Page.CLOSING_CHANGE.isOpenTo(user.role()));
        return "closing/list";
    }

    @GetMapping("/{month}")
    ModelAndView show(@PathVariable YearMonth month, @AuthenticationPrincipal CurrentUser user) {
        return page(month, user, HttpStatus.OK).addObject("form", ReasonForm.EMPTY);
    }

    @PostMapping("/{month}/carried")
    ModelAndView carry(
            @PathVariable YearMonth month,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        CarriedForm form = CarriedForm.read(sent, carried.of(month).shown());
        if (!form.tooLong().isEmpty()) {
            return page(month, user, HttpStatus.BAD_REQUEST)
                    .addObject("form", ReasonForm.EMPTY)
                    .addObject("typed", form.typed())
                    .addObject("tooLong", form.tooLong());
        }
        return act(month, user, flash, "closing.carried", () -> service.carry(month, form.reasons(), user));
    }

    @PostMapping("/{month}/begin")
    ModelAndView begin(
            @PathVariable YearMonth month, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        return act(month, user, flash, "closing.begun", () -> service.begin(month, user));
    }

    @PostMapping("/{month}/confirm")
    ModelAndView confirm(
            @PathVariable YearMonth month, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        return act(month, user, flash, "closing.confirmed", () -> service.confirm(month, user));
    }

    @PostMapping("/{month}/return")
    ModelAndView giveBack(
            @PathVariable YearMonth month,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return page(month, user, HttpStatus.BAD_REQUEST);
        }
        return act(month, user, flash, "closing.returned", () -> service.giveBack(month, form.told(), user));
    }

    /** What can't be done is told on the page of the month as it stands then. */
    private ModelAndView act(
            YearMonth month, CurrentUser user, RedirectAttributes flash, String done, Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            return page(month, user, HttpStatus.CONFLICT)
                    .addObject("form", ReasonForm.EMPTY)
                    .addObject("refused", Messages.of(refusal.reason()));
        }
        return FormPages.seeOther(PATH + "/" + month, Notice.success(done, month), flash);
    }

    private ModelAndView page(YearMonth month, CurrentUser user, HttpStatus status) {
        ClosingMonth of = months.get(month, user);
        ClosingView last = of.last();
        boolean changes = Page.CLOSING_CHANGE.isOpenTo(user.role());
        boolean underway = last != null && last.state().isUnderway();
        return new ModelAndView("closing/show", status)
                .addObject("month", month)
                .addObject("state", of.state())
                .addObject("closing", last)
                .addObject("attempts", of.attempts())
                .addObject("steps", of.steps())
                .addObject("done", of.done())
                .addObject("underway", underway)
                .addObject("changes", changes)
                .addObject("differences", of.differences())
                .addObject(
                        "typed",
                        of.differences().stream()
                                .collect(
                                        Collectors.toMap(one -> one.number().value(), CarriedDifferences.Open::reason)))
                .addObject("tooLong", List.of())
                .addObject("accounts", of.accounts())
                .addObject("obstacle", sentence(of.obstacle()))
                .addObject("notConfirmable", sentence(of.notConfirmable()))
                .addObject("alone", changes && people.isAlone(user))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(month.toString())));
    }

    private static @Nullable String sentence(Optional<Reason> reason) {
        return reason.map(Messages::of).orElse(null);
    }

    /** Crumbs of what lies under a month. */
    static List<Crumb> crumbs(YearMonth month, String here) {
        return List.of(new Crumb(month.toString(), PATH + "/" + month), Crumb.of(here));
    }
}
