package org.maintenancefund.enterprise.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftScans;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The page 填写信息 of 物管企业注册, as both of its controllers show it. */
@Component
class EnterpriseFormPage {

    static final String PAGE = "enterprise/form";
    static final String PATH = "/register/enterprise/form";
    static final String LICENCE = "营业执照";

    private final Districts districts;
    private final RegistrationProperties limits;

    EnterpriseFormPage(Districts districts, RegistrationProperties limits) {
        this.districts = districts;
        this.limits = limits;
    }

    /** Fills the model with all but the form. */
    void show(@Nullable Draft<EnterpriseForm> draft, @Nullable ApplicationNumber mended, Model model) {
        model.addAttribute(
                "districts",
                districts.all().stream()
                        .map(centre -> Option.of(centre.id(), centre.name()))
                        .toList());
        model.addAttribute("licenceFiles", draft == null ? List.of() : DraftScans.uploaded(draft, LICENCE));
        model.addAttribute("maxOperators", limits.maxOperators());
        model.addAttribute("number", mended);
    }

    /** The page once more, with what stands against this credit code. */
    Object against(Draft<EnterpriseForm> draft, Reason reason, Model model) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(draft.form(), "form");
        FieldErrors.reject(errors, "creditCode", reason);
        model.addAttribute("form", draft.form());
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        show(draft, draft.mended(), model);
        return FormPages.invalid(PAGE);
    }
}
