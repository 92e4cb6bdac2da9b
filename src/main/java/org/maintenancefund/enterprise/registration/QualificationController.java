package org.maintenancefund.enterprise.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** 物管企业注册, the first question: who has a shared account does not register. */
@Controller
@RequiredArgsConstructor
class QualificationController {

    private static final String QUESTION = "enterprise/question";

    /**
     * The first question of 物管企业注册.
     *
     * @param qualified yes or no; null while it is not answered
     */
    record QualificationForm(@Nullable String qualified) {

        static final String YES = "yes";
        static final String NO = "no";

        static final List<Option> OPTIONS = List.of(
                Option.of(YES, Messages.of("enterprise.qualified.yes"), Messages.of("enterprise.qualified.yes.hint")),
                Option.of(NO, Messages.of("enterprise.qualified.no"), Messages.of("enterprise.qualified.no.hint")));
    }

    private final EnterpriseRegistrationDefinition definition;
    private final OpenDrafts drafts;
    private final DraftOwners owners;
    private final ApplicationLimits limits;

    @GetMapping("/register/enterprise")
    String question(HttpServletRequest request, Model model) {
        model.addAttribute("form", new QualificationForm(null));
        show(request, model);
        return QUESTION;
    }

    @PostMapping("/register/enterprise")
    Object answer(
            @ModelAttribute("form") QualificationForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        if (QualificationForm.NO.equals(form.qualified())) {
            return "redirect:" + EnterpriseRegistrationDefinition.FORM;
        }
        if (QualificationForm.YES.equals(form.qualified())) {
            return "redirect:/register/enterprise/shared-account";
        }
        FieldErrors.reject(errors, "qualified", "enterprise.qualified.required");
        show(request, model);
        return FormPages.invalid(QUESTION);
    }

    @GetMapping("/register/enterprise/shared-account")
    String sharedAccount() {
        return "enterprise/shared-account";
    }

    private void show(HttpServletRequest request, Model model) {
        model.addAttribute("answers", QualificationForm.OPTIONS);
        model.addAllAttributes(limits.told());
        owners.findBrowser(request)
                .ifPresent(owner -> model.addAttribute("drafts", drafts.of(definition, owner, null)));
    }
}
