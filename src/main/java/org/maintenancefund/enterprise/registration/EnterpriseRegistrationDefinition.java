package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.city.Districts;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 物管企业注册, 填写信息 and 核对并提交; the first question is {@link QualificationController}. */
@Component
class EnterpriseRegistrationDefinition implements ApplicationDefinition<EnterpriseForm, EnterpriseDetails> {

    static final String START = "/register/enterprise";
    static final String FORM = START + "/form";
    static final ScanSlot LICENCE = new ScanSlot("licence", "营业执照");

    private final EnterpriseFormCheck check;
    private final EnterpriseRegistration registration;
    private final Districts districts;
    private final RegistrationProperties limits;

    EnterpriseRegistrationDefinition(
            EnterpriseFormCheck check,
            EnterpriseRegistration registration,
            Districts districts,
            RegistrationProperties limits) {
        this.check = check;
        this.registration = registration;
        this.districts = districts;
        this.limits = limits;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.ENTERPRISE_REGISTRATION;
    }

    @Override
    public Class<EnterpriseForm> formType() {
        return EnterpriseForm.class;
    }

    @Override
    public String startAddress(@Nullable CurrentUser user) {
        return START;
    }

    @Override
    public List<String> formAddresses() {
        return List.of(FORM);
    }

    @Override
    public String continueAddress(EnterpriseForm form, @Nullable CurrentUser user) {
        return FORM;
    }

    @Override
    public String formView() {
        return "enterprise/form";
    }

    @Override
    public String checkView() {
        return "enterprise/check";
    }

    @Override
    public List<ScanSlot> scanSlots() {
        return List.of(LICENCE);
    }

    @Override
    public Optional<EnterpriseForm> blank(Applicant applicant) {
        return Optional.of(new EnterpriseForm());
    }

    @Override
    public EnterpriseForm merge(EnterpriseForm kept, EnterpriseForm typed) {
        typed.compareAnew(EnterpriseFormCheck.doubtful(typed));
        return typed;
    }

    @Override
    public EnterpriseForm emptied(EnterpriseForm form) {
        return new EnterpriseForm();
    }

    @Override
    public void addOperator(EnterpriseForm form) {
        form.addOperator(limits.maxOperators());
    }

    @Override
    public Optional<EnterpriseDetails> read(Draft<EnterpriseForm> draft, Applicant applicant, Errors errors) {
        Optional<EnterpriseDetails> details = check.read(draft.form(), errors);
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
        model.addAttribute(
                "districts",
                districts.all().stream()
                        .map(centre -> Option.of(centre.id(), centre.name()))
                        .toList());
        model.addAttribute("maxOperators", limits.maxOperators());
    }

    @Override
    public void showCheck(
            Draft<EnterpriseForm> draft, EnterpriseDetails details, String form, Applicant applicant, Model model) {
        model.addAttribute("rows", ApplicationRows.changeable(registration.describe(details), draft.files(), form));
        model.addAttribute("fewOperators", details.operators().size() < limits.normOperators());
    }

    @Override
    public EnterpriseForm formOf(EnterpriseDetails details) {
        return EnterpriseForm.of(details);
    }

    @Override
    public String title(EnterpriseForm form) {
        return form.getName();
    }

    @Override
    public String contact(EnterpriseForm form) {
        return form.getContactName();
    }
}
