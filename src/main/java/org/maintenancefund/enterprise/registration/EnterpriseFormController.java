package org.maintenancefund.enterprise.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftScans;
import org.maintenancefund.review.Submissions;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 物管企业注册, 填写信息. Whatever was typed is kept in the draft before it is looked at, scans too, so that an error, a lost
 * session or a closed browser loses nothing.
 */
@Controller
@RequestMapping(EnterpriseFormPage.PATH)
class EnterpriseFormController {

    private final EnterpriseDrafts registrations;
    private final DraftScans scans;
    private final EnterpriseFormCheck check;
    private final EnterpriseFormPage page;
    private final Submissions submissions;
    private final RegistrationProperties limits;

    EnterpriseFormController(
            EnterpriseDrafts registrations,
            DraftScans scans,
            EnterpriseFormCheck check,
            EnterpriseFormPage page,
            Submissions submissions,
            RegistrationProperties limits) {
        this.registrations = registrations;
        this.scans = scans;
        this.check = check;
        this.page = page;
        this.submissions = submissions;
        this.limits = limits;
    }

    @GetMapping
    String form(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<EnterpriseForm>> draft = registrations.find(request, number);
        if (draft.isEmpty() && EnterpriseDrafts.number(number) != null) {
            return "redirect:/progress";
        }
        model.addAttribute("form", draft.map(Draft::form).orElseGet(EnterpriseForm::new));
        page.show(draft.orElse(null), EnterpriseDrafts.number(number), model);
        return EnterpriseFormPage.PAGE;
    }

    @PostMapping
    Object fill(
            @ModelAttribute("form") EnterpriseForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String addOperator,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Honeypot.check(request, errors);
        if (EnterpriseDrafts.number(number) != null
                && registrations.find(request, number).isEmpty()) {
            return "redirect:" + registrations.receipt(request, number).orElse("/progress");
        }
        if (addOperator != null) {
            typed.addOperator(limits.maxOperators());
        }
        typed.compareAnew(EnterpriseFormCheck.doubtful(typed));
        Draft<EnterpriseForm> draft = registrations.save(request, response, number, typed);
        scans.keep(draft, EnterpriseFormPage.LICENCE, typed.getLicence(), "licence", request, errors);
        scans.remove(draft, removeFile);
        // The files as they are now; the browser may have got its cookie only with this answer.
        draft = scans.reread(draft);
        boolean stay = addOperator != null || removeFile != null || upload != null;
        if (!stay) {
            look(draft, errors);
        }
        if (errors.hasErrors()) {
            page.show(draft, draft.mended(), model);
            return FormPages.invalid(EnterpriseFormPage.PAGE);
        }
        return "redirect:"
                + (stay
                        ? EnterpriseDrafts.path(EnterpriseFormPage.PATH, number)
                                + (addOperator != null ? "#operators" : "#files")
                        : EnterpriseDrafts.path("/register/enterprise/check", number));
    }

    /** What the form says, and what stands against the company: told here, the first step that can know it. */
    private void look(Draft<EnterpriseForm> draft, BindingResult errors) {
        check.read(draft.form(), errors)
                .flatMap(details -> submissions.obstacle(draft, details))
                .ifPresent(reason -> FieldErrors.reject(errors, "creditCode", reason));
        if (draft.files().isEmpty() && !errors.hasFieldErrors("licence")) {
            FieldErrors.reject(errors, "licence", "enterprise.licence.required");
        }
    }
}
