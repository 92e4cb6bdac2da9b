package org.maintenancefund.enterprise.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.Submissions;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 物管企业注册, 核对并提交. Everything is read anew: a draft that was right yesterday may not be today. */
@Controller
@RequestMapping("/register/enterprise/check")
class EnterpriseCheckController {

    private static final String PAGE = "enterprise/check";
    private static final String FORM = EnterpriseFormPage.PATH;

    private final EnterpriseDrafts registrations;
    private final EnterpriseFormCheck check;
    private final EnterpriseFormPage page;
    private final EnterpriseRegistration registration;
    private final RegistrationProperties limits;
    private final Submissions submissions;
    private final RateLimits rateLimits;
    private final Messages messages;

    EnterpriseCheckController(
            EnterpriseDrafts registrations,
            EnterpriseFormCheck check,
            EnterpriseFormPage page,
            EnterpriseRegistration registration,
            RegistrationProperties limits,
            Submissions submissions,
            RateLimits rateLimits,
            Messages messages) {
        this.registrations = registrations;
        this.check = check;
        this.page = page;
        this.registration = registration;
        this.limits = limits;
        this.submissions = submissions;
        this.rateLimits = rateLimits;
        this.messages = messages;
    }

    @GetMapping
    String check(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<EnterpriseForm>> draft = registrations.find(request, number);
        Optional<EnterpriseDetails> details = draft.flatMap(this::read);
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + stepBefore(request, number, draft);
        }
        show(draft.get(), details.get(), model);
        submissions
                .obstacle(draft.get(), details.get())
                .ifPresent(reason -> model.addAttribute("obstacle", messages.of(reason)));
        return PAGE;
    }

    @PostMapping
    Object submit(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<EnterpriseForm>> draft = registrations.find(request, number);
        Optional<EnterpriseDetails> details = draft.flatMap(this::read);
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + stepBefore(request, number, draft);
        }
        rateLimits.take("registration", request);
        try {
            return "redirect:"
                    + submissions.submit(draft.get(), details.get(), null).receiptPath();
        } catch (Refusal refusal) {
            return refused(draft.get(), details.get(), refusal.reason(), model);
        }
    }

    /** Somebody else's company is told at its code; anything else is about the application as a whole. */
    private Object refused(Draft<EnterpriseForm> draft, EnterpriseDetails details, Reason reason, Model model) {
        if (submissions.obstacle(draft, details).isPresent()) {
            return page.against(draft, reason, model);
        }
        show(draft, details, model);
        model.addAttribute("obstacle", messages.of(reason));
        return FormPages.invalid(PAGE);
    }

    /** A form sent again lands on its receipt; one that is not complete goes back to where it is filled in. */
    private String stepBefore(
            HttpServletRequest request, @Nullable String number, Optional<Draft<EnterpriseForm>> draft) {
        if (draft.isPresent()) {
            return EnterpriseDrafts.path(FORM, number);
        }
        return registrations
                .receipt(request, number)
                .orElse(EnterpriseDrafts.number(number) == null ? "/register/enterprise" : "/progress");
    }

    private Optional<EnterpriseDetails> read(Draft<EnterpriseForm> draft) {
        return draft.files().isEmpty()
                ? Optional.empty()
                : check.read(draft.form(), new BeanPropertyBindingResult(draft.form(), "form"));
    }

    private void show(Draft<EnterpriseForm> draft, EnterpriseDetails details, Model model) {
        model.addAttribute("number", draft.mended());
        model.addAttribute(
                "rows",
                ApplicationRows.changeable(
                        registration.describe(details),
                        draft.files(),
                        draft.mendedNumber()
                                .map(number -> FORM + "?number=" + number)
                                .orElse(FORM)));
        model.addAttribute("fewOperators", details.operators().size() < limits.normOperators());
    }
}
