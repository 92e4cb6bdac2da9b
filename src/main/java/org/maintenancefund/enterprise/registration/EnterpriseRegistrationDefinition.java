package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FieldErrors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 物管企业注册, 填写信息 and 核对并提交; the first question is {@link QualificationController}. */
@Component
@Order(2)
public class EnterpriseRegistrationDefinition extends ApplicationDefinition<EnterpriseForm, EnterpriseDetails> {

    static final ScanSlot LICENCE = new ScanSlot("licence", Messages.of("enterprise.field.licence"));

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "ENTERPRISE_REGISTRATION", "WG", Page.ENTERPRISE_REVIEWS)
            .onePending("enterprise.registration.pending")
            .beginsAt("/register/enterprise")
            .form("enterprise/form", "/register/enterprise/form")
            .check("enterprise/check")
            .scans(LICENCE)
            .build();

    static final String START = "/register/enterprise";
    static final String FORM = START + "/form";

    private final Districts districts;
    private final RegistrationLimits limits;
    private final ApplicationLimits general;

    EnterpriseRegistrationDefinition(
            Districts districts,
            RegistrationLimits limits,
            ApplicationLimits general,
            EnterpriseRegistrationPolicy policy,
            EnterpriseRegistrationPresenter presenter) {
        super(KIND, EnterpriseForm.class, EnterpriseDetails.class, policy, presenter);
        this.districts = districts;
        this.limits = limits;
        this.general = general;
    }

    @Override
    public Optional<EnterpriseForm> blank(Applicant applicant) {
        return Optional.of(EnterpriseForm.empty());
    }

    @Override
    public EnterpriseForm merge(EnterpriseForm kept, EnterpriseForm typed) {
        return typed.comparedAnew();
    }

    @Override
    public EnterpriseForm emptied(EnterpriseForm form) {
        return EnterpriseForm.empty();
    }

    @Override
    public EnterpriseForm withOneMoreOperator(EnterpriseForm form) {
        return form.withOneMoreOperator(limits.maxOperators());
    }

    /** The tick below the code is about the code. */
    @Override
    public List<String> inputsOf(String line) {
        return line.equals("creditCode") ? List.of("creditCode", "comparedCode", "codeCompared") : super.inputsOf(line);
    }

    @Override
    public Optional<EnterpriseDetails> read(Draft<EnterpriseForm> draft, Applicant applicant, Errors errors) {
        Optional<EnterpriseDetails> details = draft.form().read(limits.maxOperators(), errors);
        if (!draft.files().isEmpty()) {
            return details;
        }
        if (!errors.hasFieldErrors(LICENCE.field())) {
            FieldErrors.reject(errors, LICENCE.field(), "enterprise.licence.required");
        }
        return Optional.empty();
    }

    /** Somebody else's company is told at its code. */
    @Override
    public Optional<String> obstacleField() {
        return Optional.of("creditCode");
    }

    @Override
    public void showForm(EnterpriseForm form, @Nullable Draft<EnterpriseForm> draft, Applicant applicant, Model model) {
        model.addAttribute("districts", districts.options());
        model.addAttribute("maxOperators", limits.maxOperators());
        model.addAllAttributes(general.told());
    }

    @Override
    public EnterpriseForm formOf(EnterpriseDetails details) {
        return EnterpriseForm.of(details);
    }

    @Override
    public String title(EnterpriseForm form) {
        return form.name();
    }

    @Override
    public String contact(EnterpriseForm form) {
        return form.contactName();
    }
}
