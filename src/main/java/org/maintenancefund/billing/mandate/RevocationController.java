package org.maintenancefund.billing.mandate;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.billing.mandate.NamedMandates.NamedMandate;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
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

/** 撤销授权: from which day and why, then what comes of it, then done. Nobody has to approve it. */
@Controller
@RequestMapping("/mandates/{id}/revoke")
@RequiredArgsConstructor
class RevocationController {

    private final MandateService mandates;

    @GetMapping
    ModelAndView ask(@PathVariable MandateId id, @AuthenticationPrincipal CurrentUser user) {
        NamedMandate found = mandates.revocable(id, user);
        return page("billing/revoke", found, HttpStatus.OK).addObject("form", RevocationForm.of(found.version()));
    }

    /**
     * Answers with what is to be confirmed: nothing is changed yet.
     *
     * @param again present where one goes back to the form
     */
    @PostMapping("/check")
    ModelAndView check(
            @PathVariable MandateId id,
            @Valid @ModelAttribute("form") RevocationForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String again,
            @AuthenticationPrincipal CurrentUser user) {
        NamedMandate found = mandates.revocable(id, user);
        LocalDate firstDay = form.read(mandates.revocableOn(found.mandate()), errors);
        if (again != null || firstDay == null) {
            return page("billing/revoke", found, again == null ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        }
        boolean never = !firstDay.isAfter(found.mandate().validFrom());
        return page("billing/revoke-check", found, HttpStatus.OK)
                .addObject("firstDay", firstDay)
                .addObject("lastDay", firstDay.minusDays(1))
                .addObject("never", never);
    }

    @PostMapping
    ModelAndView revoke(
            @PathVariable MandateId id,
            @Valid @ModelAttribute("form") RevocationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        NamedMandate found = mandates.revocable(id, user);
        LocalDate firstDay = form.read(mandates.revocableOn(found.mandate()), errors);
        if (firstDay == null) {
            return page("billing/revoke", found, HttpStatus.BAD_REQUEST);
        }
        try {
            mandates.revoke(id, form.seenVersion(), firstDay, form.because(), user);
        } catch (StaleVersion quicker) {
            NamedMandate current = mandates.revocable(id, user);
            return page("billing/revoke", current, HttpStatus.CONFLICT)
                    .addObject("form", form.onTopOf(current.version()))
                    .addObject("stale", true);
        } catch (Refusal refusal) {
            FieldErrors.reject(errors, "firstDay", refusal.reason());
            return page("billing/revoke", found, HttpStatus.BAD_REQUEST);
        }
        return FormPages.seeOther(
                "/mandates",
                Notice.success("billing.mandate.revoked", found.collector(), firstDay.minusDays(1)),
                flash);
    }

    private ModelAndView page(String view, NamedMandate found, HttpStatus status) {
        Mandate mandate = found.mandate();
        List<DateRange> days = mandates.revocableOn(mandate);
        return new ModelAndView(view, status)
                .addObject("mandate", mandate)
                .addObject("collector", found.collector())
                .addObject("period", Messages.of("kernel.period", mandate.validFrom(), mandate.validTo()))
                .addObject(
                        "firstDayHint",
                        days.isEmpty()
                                ? Messages.of("billing.mandate.revoke.last-day")
                                : Messages.of(
                                        "billing.mandate.revoke.firstDay.hint",
                                        days.get(0).start(),
                                        days.get(0).end()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("billing.mandate.revoke.title"))));
    }
}
