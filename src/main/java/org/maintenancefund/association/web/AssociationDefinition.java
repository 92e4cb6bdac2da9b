package org.maintenancefund.association.web;

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
import org.maintenancefund.application.Submission;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.association.domain.AssociationApplication;
import org.maintenancefund.association.domain.AssociationDetails;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.domain.AssociationFormCheck;
import org.maintenancefund.association.domain.PaperKind;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请小区管理处关联, steps 2 填写信息 and 3 核对并提交; step 1 is {@link AssociationCompanyController}. */
@Component
class AssociationDefinition implements ApplicationDefinition<AssociationForm, AssociationDetails> {

    static final String START = "/associations/new";
    static final String FORM = START + "/form";

    private static final List<Option> TARGETS = List.of(
            Option.of(TargetKind.ENTERPRISE, TargetKind.ENTERPRISE.label(), TargetKind.ENTERPRISE.hint()),
            Option.of(TargetKind.OFFICE, TargetKind.OFFICE.label(), TargetKind.OFFICE.hint()));
    private static final List<Option> PAPER_FORMS = List.of(Option.of("ORIGINAL", "原件"), Option.of("COPY", "复印件"));

    private final OwnCommittee own;
    private final AssociationFormCheck check;
    private final AssociationApplication application;
    private final Offices offices;

    AssociationDefinition(
            OwnCommittee own, AssociationFormCheck check, AssociationApplication application, Offices offices) {
        this.own = own;
        this.check = check;
        this.application = application;
        this.offices = offices;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.ASSOCIATION;
    }

    @Override
    public Class<AssociationForm> formType() {
        return AssociationForm.class;
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
    public String continueAddress(AssociationForm form, @Nullable CurrentUser user) {
        return FORM;
    }

    @Override
    public String formView() {
        return "association/form";
    }

    @Override
    public String checkView() {
        return "association/check";
    }

    @Override
    public List<ScanSlot> scanSlots() {
        return List.of(new ScanSlot("files", "附件"));
    }

    /** A company has to be chosen first. */
    @Override
    public Optional<AssociationForm> blank(Applicant applicant) {
        return Optional.empty();
    }

    @Override
    public AssociationForm merge(AssociationForm kept, AssociationForm typed) {
        return typed.with(kept.enterprise());
    }

    @Override
    public Optional<AssociationForm> recover(AssociationForm typed, Applicant applicant) {
        return check.enterprise(typed).map(company -> typed);
    }

    @Override
    public AssociationForm emptied(AssociationForm form) {
        return AssociationForm.startedWith(form.enterprise());
    }

    /** A company that was closed meanwhile has to be replaced by another one. */
    @Override
    public Optional<String> unanswered(AssociationForm form) {
        return check.enterprise(form).isPresent() ? Optional.empty() : Optional.of(START);
    }

    @Override
    public Optional<AssociationDetails> read(Draft<AssociationForm> draft, Applicant applicant, Errors errors) {
        return check.enterprise(draft.form())
                .flatMap(company -> check.read(draft.form(), own.of(applicant.account()), company, errors));
    }

    @Override
    public void showForm(
            AssociationForm form, @Nullable Draft<AssociationForm> draft, Applicant applicant, Model model) {
        EnterpriseView company = check.enterprise(form).orElseThrow(() -> new NotFound("company"));
        model.addAttribute("company", company);
        model.addAttribute("targets", TARGETS);
        model.addAttribute(
                "offices",
                offices.activeOf(company.id()).stream()
                        .map(office -> Option.of(
                                office.id(),
                                office.name() + "（" + office.details().address() + "）"))
                        .toList());
        model.addAttribute("paperKinds", PaperKind.values());
        model.addAttribute("paperForms", PAPER_FORMS);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请关联")));
    }

    @Override
    public void showCheck(
            Draft<AssociationForm> draft, AssociationDetails details, String form, Applicant applicant, Model model) {
        model.addAttribute("rows", ApplicationRows.changeable(application.describe(details), draft.files(), form));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请关联")));
    }

    @Override
    public AssociationForm formOf(AssociationDetails details) {
        return AssociationForm.of(details);
    }

    @Override
    public String title(AssociationForm form) {
        return check.enterprise(form).map(EnterpriseView::name).orElse("");
    }

    /** The contact is the committee's own. */
    @Override
    public String contact(AssociationForm form) {
        return "";
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return ApplicationKind.OWN_ASSOCIATIONS + "/" + submission.number();
    }

    @Override
    public String whatNext(Applicant applicant) {
        return "区中心将按办理期限审核，请把纸质材料送到区中心。审核结果在本页查看。";
    }
}
