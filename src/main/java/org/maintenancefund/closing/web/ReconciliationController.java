package org.maintenancefund.closing.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.closing.ItemKind;
import org.maintenancefund.closing.ReconciliationService;
import org.maintenancefund.closing.ReconciliationView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 余额调节表 of an account: made, signed, and as a paper. */
@Controller
@RequestMapping(ClosingController.PATH + "/{month}/accounts/{account}")
@RequiredArgsConstructor
class ReconciliationController {

    private final ReconciliationService service;
    private final ClosingPeople people;
    private final Clock clock;

    @GetMapping
    ModelAndView show(
            @PathVariable YearMonth month,
            @PathVariable FundAccountId account,
            @AuthenticationPrincipal CurrentUser user) {
        ReconciliationView found = service.get(month, account);
        return page(found, user, HttpStatus.OK).addObject("form", form(found));
    }

    @PostMapping("/make")
    ModelAndView make(
            @PathVariable YearMonth month,
            @PathVariable FundAccountId account,
            @Valid @ModelAttribute("form") ReconciliationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        ReconciliationView found = service.get(month, account);
        if (!errors.hasErrors()) {
            try {
                service.make(month, account, form.seenVersion(), form.balance(), form.said(), user);
                return done(found, "closing.reconciliation.made", flash);
            } catch (StaleVersion quicker) {
                return stale(month, account, user);
            } catch (Refusal refusal) {
                reject(refusal, errors);
            }
        }
        return page(found, user, HttpStatus.BAD_REQUEST);
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        switch (refusal.reason().code()) {
            case "closing.reconciliation.refusal.no-balance" ->
                FieldErrors.reject(errors, "bankBalance", refusal.reason());
            case "closing.reconciliation.refusal.unexplained" -> FieldErrors.reject(errors, "note", refusal.reason());
            default -> FieldErrors.rejectAll(errors, refusal.reason());
        }
    }

    @PostMapping("/sign")
    ModelAndView sign(
            @PathVariable YearMonth month,
            @PathVariable FundAccountId account,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        ReconciliationView found = service.get(month, account);
        try {
            service.sign(month, account, FormPages.seenVersion(version), user);
        } catch (StaleVersion quicker) {
            return stale(month, account, user);
        } catch (Refusal refusal) {
            return page(found, user, HttpStatus.CONFLICT)
                    .addObject("form", form(found))
                    .addObject("refused", Messages.of(refusal.reason()));
        }
        return done(found, "closing.reconciliation.signed", flash);
    }

    private static ModelAndView done(ReconciliationView of, String notice, RedirectAttributes flash) {
        return FormPages.seeOther(
                ClosingController.PATH + "/" + of.month() + "/accounts/"
                        + of.account().id(),
                Notice.success(notice, of.account().named()),
                flash);
    }

    /** Somebody else was quicker: what they made of it is shown. */
    private ModelAndView stale(YearMonth month, FundAccountId account, CurrentUser user) {
        ReconciliationView found = service.get(month, account);
        return page(found, user, HttpStatus.CONFLICT)
                .addObject("form", form(found))
                .addObject("stale", true);
    }

    private static ReconciliationForm form(ReconciliationView of) {
        return ReconciliationForm.of(
                of.bankBalance(), of.paper() == null ? "" : of.paper().note());
    }

    private ModelAndView page(ReconciliationView of, CurrentUser user, HttpStatus status) {
        boolean changes = Page.CLOSING_CHANGE.isOpenTo(user.role());
        boolean open = changes && !of.isSigned() && of.closing().state().isUnderway();
        return new ModelAndView("closing/reconciliation", status)
                .addObject("of", of)
                .addObject("kinds", ItemKind.values())
                .addObject(
                        "version",
                        of.paper() == null
                                ? ReconciliationService.NONE
                                : of.paper().version())
                .addObject("open", open)
                .addObject(
                        "notMade",
                        open ? service.obstacle(of, user).map(Messages::of).orElse(null) : null)
                .addObject(
                        "notSignable",
                        open ? service.signable(of, user).map(Messages::of).orElse(null) : null)
                .addObject("alone", open && people.isAlone(user))
                .addObject("printedAt", Times.minute(clock.instant()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        ClosingController.crumbs(of.month(), Messages.of("closing.title.reconciliation")));
    }
}
