package org.maintenancefund.billing.run.web;

import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.BillingMonths;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
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

/** 试算 and 出账 of an area's month: looked at, proposed, confirmed by another person. */
@Controller
@RequestMapping("/bills/areas/{area}/run")
@RequiredArgsConstructor
class RunController {

    private final CollectionRights rights;
    private final BillingMonths months;
    private final RunService runs;
    private final RunPages pages;

    /** Asked before everything else: whoever doesn't collect there finds nothing. */
    @ModelAttribute("area")
    AreaView area(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user) {
        return rights.collecting(area, user);
    }

    /** On to the month that is next; where there is none, the page says why. */
    @GetMapping
    ModelAndView next(@ModelAttribute(name = "area", binding = false) AreaView area) {
        Optional<Months> of = months.find(area.id());
        if (of.isPresent() && of.get().isDue()) {
            return new ModelAndView("redirect:" + BillPaths.run(area, of.get().next()));
        }
        Reason reason = of.flatMap(found -> found.whyNot(found.next()))
                .orElseGet(() -> Reason.of("billing.run.refusal.not-opened"));
        return new ModelAndView("billing/run-none")
                .addObject("reason", Messages.of(reason))
                .addObject("path", BillPaths.area(area))
                .addObject(Crumb.ATTRIBUTE, RunPages.crumbs(area, Messages.of("billing.run.title")));
    }

    @GetMapping("/{month}")
    ModelAndView trial(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable YearMonth month,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user) {
        return page(area, month, address, user, HttpStatus.OK).addObject("form", RunForm.empty());
    }

    /** Proposes the trial that the page showed. */
    @PostMapping("/{month}")
    ModelAndView propose(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable YearMonth month,
            @Valid @ModelAttribute("form") RunForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                runs.propose(area.id(), month, form.fingerprint(), form.word(), user);
                return FormPages.seeOther(
                        BillPaths.run(area, month), Notice.success("billing.run.proposed", area.name(), month), flash);
            } catch (Refusal refusal) {
                reject(errors, refusal.reason());
            }
        }
        return page(area, month, new LinkedMultiValueMap<>(), user, HttpStatus.BAD_REQUEST);
    }

    /** 出账. */
    @PostMapping("/{month}/confirm")
    ModelAndView confirm(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable YearMonth month,
            @RequestParam RunId run,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            runs.confirm(area.id(), run, user);
        } catch (Refusal refusal) {
            return FormPages.seeOther(BillPaths.run(area, month), Notice.warning(refusal.reason()), flash);
        }
        return FormPages.seeOther(
                BillPaths.area(area) + "?month=" + month,
                Notice.success("billing.run.confirmed", area.name(), month),
                flash);
    }

    /** 作废 of the trial that waits. */
    @PostMapping("/{month}/discard")
    ModelAndView discard(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable YearMonth month,
            @RequestParam RunId run,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            runs.discard(area.id(), run, user);
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("billing.run.discarded", area.name(), month));
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(BillPaths.run(area, month));
    }

    private ModelAndView page(
            AreaView area, YearMonth month, Map<String, List<String>> address, CurrentUser user, HttpStatus status) {
        ModelAndView page = new ModelAndView("billing/run", status)
                .addObject("path", BillPaths.area(area))
                .addObject("here", BillPaths.run(area, month))
                .addObject("month", month)
                .addObject(Crumb.ATTRIBUTE, RunPages.crumbs(area, Messages.of("billing.run.title.month", month)));
        try {
            rights.requireTakenOver(area, user);
            pages.show(area, month, address, user, page.getModelMap());
        } catch (Refusal refusal) {
            page.setViewName("billing/run-none");
            page.addObject("reason", Messages.of(refusal.reason()));
        }
        return page;
    }

    private static void reject(BindingResult errors, Reason reason) {
        if (reason.code().equals(RunService.REMARK_REQUIRED)) {
            FieldErrors.reject(errors, "remark", reason);
        } else {
            FieldErrors.rejectAll(errors, reason);
        }
    }
}
