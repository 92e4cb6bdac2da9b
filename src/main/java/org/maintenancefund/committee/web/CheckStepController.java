package org.maintenancefund.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeProperties;
import org.maintenancefund.committee.domain.CommitteeDetails;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeRegistration;
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
import org.springframework.web.bind.annotation.RequestParam;

/** 业委会注册, step 3 核对并提交. Everything is read anew: a draft that was right yesterday may not be today. */
@Controller
class CheckStepController {

    private static final String PAGE = "committee/check";

    private final RegistrationDrafts registrations;
    private final CommitteeFormCheck check;
    private final CommitteeRegistration registration;
    private final CommitteeProperties limits;
    private final PropertyAreas areas;
    private final Submissions submissions;
    private final RateLimits rateLimits;
    private final Messages messages;

    CheckStepController(
            RegistrationDrafts registrations,
            CommitteeFormCheck check,
            CommitteeRegistration registration,
            CommitteeProperties limits,
            PropertyAreas areas,
            Submissions submissions,
            RateLimits rateLimits,
            Messages messages) {
        this.registrations = registrations;
        this.check = check;
        this.registration = registration;
        this.limits = limits;
        this.areas = areas;
        this.submissions = submissions;
        this.rateLimits = rateLimits;
        this.messages = messages;
    }

    @GetMapping("/register/committee/check")
    String check(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<CommitteeForm>> draft = registrations.find(request, number);
        Optional<CommitteeDetails> details = draft.flatMap(this::read);
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + stepBefore(request, number, draft);
        }
        show(draft.get(), details.get(), model);
        submissions
                .obstacle(draft.get(), details.get())
                .ifPresent(reason -> model.addAttribute("obstacle", messages.of(reason)));
        return PAGE;
    }

    @PostMapping("/register/committee/check")
    Object submit(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<CommitteeForm>> draft = registrations.find(request, number);
        Optional<CommitteeDetails> details = draft.flatMap(this::read);
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + stepBefore(request, number, draft);
        }
        rateLimits.take("registration", request);
        try {
            return "redirect:"
                    + submissions.submit(draft.get(), details.get(), null).receiptPath();
        } catch (Refusal refusal) {
            show(draft.get(), details.get(), model);
            model.addAttribute("obstacle", messages.of(refusal.reason()));
            return FormPages.invalid(PAGE);
        }
    }

    /** A form sent again lands on its receipt; one that is not complete goes back to where it is filled in. */
    private String stepBefore(
            HttpServletRequest request, @Nullable String number, Optional<Draft<CommitteeForm>> draft) {
        if (draft.isPresent()) {
            return RegistrationDrafts.path("/register/committee/form", number);
        }
        return registrations
                .receipt(request, number)
                .orElseGet(() -> RegistrationDrafts.path("/register/committee", number));
    }

    private Optional<CommitteeDetails> read(Draft<CommitteeForm> draft) {
        AreaView area = areas.standing(AreaId.of(draft.form().getAreaId()));
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(draft.form(), "form");
        return Optional.ofNullable(check.read(draft.form(), area, errors));
    }

    private void show(Draft<CommitteeForm> draft, CommitteeDetails details, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("number", draft.mended());
        model.addAttribute(
                "rows",
                ApplicationRows.changeable(
                        registration.describe(details),
                        draft.files(),
                        draft.mendedNumber()
                                .map(number -> "/register/committee/form?number=" + number)
                                .orElse("/register/committee/form")));
        model.addAttribute("fewOperators", details.operators().size() < limits.normOperators());
    }
}
