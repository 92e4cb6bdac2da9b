package org.maintenancefund.enterprise.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * 物管企业注册: the first question, and the form. Whatever was typed is kept in the draft before it is looked at, scans too, so
 * that an error, a lost session or a closed browser loses nothing.
 */
@Controller
class EnterpriseFormController {

    static final String LICENCE = "营业执照";

    private static final String QUESTION = "enterprise/question";
    private static final String PAGE = "enterprise/form";

    private final EnterpriseDrafts registrations;
    private final Drafts drafts;
    private final EnterpriseFormCheck check;
    private final Districts districts;
    private final RegistrationProperties limits;
    private final RateLimits rateLimits;

    EnterpriseFormController(
            EnterpriseDrafts registrations,
            Drafts drafts,
            EnterpriseFormCheck check,
            Districts districts,
            RegistrationProperties limits,
            RateLimits rateLimits) {
        this.registrations = registrations;
        this.drafts = drafts;
        this.check = check;
        this.districts = districts;
        this.limits = limits;
        this.rateLimits = rateLimits;
    }

    @GetMapping("/register/enterprise")
    String question(HttpServletRequest request, Model model) {
        model.addAttribute("draft", registrations.find(request, null).isPresent());
        return QUESTION;
    }

    /** 有 explains the shared account and stops; 无 goes on to the form. */
    @PostMapping("/register/enterprise")
    Object answer(@RequestParam(required = false) @Nullable String qualified, Model model) {
        if ("no".equals(qualified)) {
            return "redirect:/register/enterprise/form";
        }
        if ("yes".equals(qualified)) {
            return "enterprise/shared-account";
        }
        model.addAttribute("unanswered", true);
        return FormPages.invalid(QUESTION);
    }

    @GetMapping("/register/enterprise/form")
    String form(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<EnterpriseForm>> draft = registrations.find(request, number);
        if (draft.isEmpty() && EnterpriseDrafts.number(number) != null) {
            return "redirect:/progress";
        }
        model.addAttribute("form", draft.map(Draft::form).orElseGet(EnterpriseForm::new));
        show(draft.orElse(null), number, model);
        return PAGE;
    }

    @PostMapping("/register/enterprise/form")
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
        Honeypot.check(request);
        if (EnterpriseDrafts.number(number) != null
                && registrations.find(request, number).isEmpty()) {
            return "redirect:" + registrations.receipt(request, number).orElse("/progress");
        }
        if (addOperator != null) {
            typed.addOperator(limits.maxOperators());
        }
        Draft<EnterpriseForm> draft = registrations.save(request, response, number, typed);
        keepFiles(draft, typed.getLicence(), request, errors);
        removeFile(draft, removeFile);
        draft = drafts.find(draft.owner(), draft.kind(), draft.mended(), EnterpriseForm.class)
                .orElse(draft);
        boolean stay = addOperator != null || removeFile != null || upload != null;
        if (!stay) {
            check.read(typed, errors);
            if (draft.files().isEmpty() && !errors.hasFieldErrors("licence")) {
                FieldErrors.reject(errors, "licence", "enterprise.licence.required");
            }
        }
        if (errors.hasErrors()) {
            show(draft, number, model);
            return FormPages.invalid(PAGE);
        }
        return "redirect:"
                + (stay
                        ? EnterpriseDrafts.path("/register/enterprise/form", number)
                                + (addOperator != null ? "#operators" : "#files")
                        : EnterpriseDrafts.path("/register/enterprise/check", number));
    }

    private void keepFiles(
            Draft<EnterpriseForm> draft, List<MultipartFile> files, HttpServletRequest request, BindingResult errors) {
        for (MultipartFile file : files) {
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isBlank())) {
                continue;
            }
            rateLimits.take("upload", request, file.getSize());
            Checked<StoredAttachment> stored = drafts.addFile(draft, LICENCE, file);
            if (!stored.isOk()) {
                FieldErrors.reject(errors, "licence", stored.reason());
            }
        }
    }

    private void removeFile(Draft<EnterpriseForm> draft, @Nullable String id) {
        draft.files().stream()
                .map(file -> file.file().id())
                .filter(file -> file.toString().equals(id))
                .findFirst()
                .ifPresent(file -> drafts.removeFile(draft, file));
    }

    private void show(@Nullable Draft<EnterpriseForm> draft, @Nullable String number, Model model) {
        model.addAttribute(
                "districts",
                districts.all().stream()
                        .map(centre -> Option.of(centre.id(), centre.name()))
                        .toList());
        model.addAttribute(
                "licenceFiles",
                draft == null
                        ? List.of()
                        : draft.files().stream().map(ApplicationRows::uploaded).toList());
        model.addAttribute("maxOperators", limits.maxOperators());
        model.addAttribute("number", EnterpriseDrafts.number(number));
    }
}
