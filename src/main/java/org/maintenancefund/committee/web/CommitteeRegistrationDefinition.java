package org.maintenancefund.committee.web;

import java.util.Arrays;
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
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeProperties;
import org.maintenancefund.committee.domain.CommitteeDetails;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeRegistration;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 业委会注册, steps 2 填写信息 and 3 核对并提交; step 1 is {@link AreaStepController}. */
@Component
class CommitteeRegistrationDefinition implements ApplicationDefinition<CommitteeForm, CommitteeDetails> {

    static final String START = "/register/committee";
    static final String FORM = START + "/form";
    static final String SIBLINGS = START + "/siblings";

    private static final List<Option> ATTRIBUTES = Arrays.stream(CommitteeAttribute.values())
            .map(attribute -> Option.of(attribute, attribute.choice(), attribute.hint()))
            .toList();

    private final CommitteeFormCheck check;
    private final CommitteeRegistration registration;
    private final PropertyAreas areas;
    private final CommitteeProperties limits;

    CommitteeRegistrationDefinition(
            CommitteeFormCheck check,
            CommitteeRegistration registration,
            PropertyAreas areas,
            CommitteeProperties limits) {
        this.check = check;
        this.registration = registration;
        this.areas = areas;
        this.limits = limits;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.COMMITTEE_REGISTRATION;
    }

    @Override
    public Class<CommitteeForm> formType() {
        return CommitteeForm.class;
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
    public String continueAddress(CommitteeForm form, @Nullable CurrentUser user) {
        return FORM;
    }

    @Override
    public String formView() {
        return "committee/form";
    }

    @Override
    public String checkView() {
        return "committee/check";
    }

    @Override
    public List<ScanSlot> scanSlots() {
        return List.of(new ScanSlot("certificate", "备案证明"), new ScanSlot("others", "其他材料"));
    }

    /** An area has to be chosen first. */
    @Override
    public Optional<CommitteeForm> blank(Applicant applicant) {
        return Optional.empty();
    }

    @Override
    public CommitteeForm merge(CommitteeForm kept, CommitteeForm typed) {
        kept.fill(typed);
        return kept;
    }

    @Override
    public Optional<CommitteeForm> recover(CommitteeForm typed, Applicant applicant) {
        return AreaId.parse(typed.getAreaId()).flatMap(areas::find).map(area -> typed);
    }

    @Override
    public CommitteeForm emptied(CommitteeForm form) {
        CommitteeForm empty = new CommitteeForm();
        empty.choose(form.getAreaId());
        return empty;
    }

    @Override
    public void addOperator(CommitteeForm form) {
        form.addOperator(limits.maxOperators());
    }

    /** The question about the other parts of a divided community can't be passed over. */
    @Override
    public Optional<String> unanswered(CommitteeForm form) {
        boolean open = CommitteeFormCheck.siblingAnswer(form).isEmpty()
                && !areas.siblings(area(form).id()).isEmpty();
        return open ? Optional.of(SIBLINGS) : Optional.empty();
    }

    @Override
    public Optional<CommitteeDetails> read(Draft<CommitteeForm> draft, Applicant applicant, Errors errors) {
        return Optional.ofNullable(check.read(draft.form(), area(draft.form()), errors));
    }

    @Override
    public void showForm(CommitteeForm form, @Nullable Draft<CommitteeForm> draft, Applicant applicant, Model model) {
        AreaView area = area(form);
        model.addAttribute("attributes", ATTRIBUTES);
        model.addAttribute("area", area);
        model.addAttribute("formalName", CommitteeName.proposal(area.name(), CommitteeAttribute.FORMAL));
        model.addAttribute("preparatoryName", CommitteeName.proposal(area.name(), CommitteeAttribute.PREPARATORY));
        model.addAttribute("maxOperators", limits.maxOperators());
    }

    @Override
    public void showCheck(
            Draft<CommitteeForm> draft, CommitteeDetails details, String form, Applicant applicant, Model model) {
        model.addAttribute("rows", ApplicationRows.changeable(registration.describe(details), draft.files(), form));
        model.addAttribute("fewOperators", details.operators().size() < limits.normOperators());
    }

    @Override
    public CommitteeForm formOf(CommitteeDetails details) {
        return CommitteeForm.of(details);
    }

    @Override
    public String title(CommitteeForm form) {
        String area = AreaId.parse(form.getAreaId())
                .map(id -> areas.standing(id).name())
                .orElse("");
        String name = form.getName().strip();
        return name.startsWith(area) ? name : name.isEmpty() ? area : area + "　" + name;
    }

    @Override
    public String contact(CommitteeForm form) {
        return form.getContactName();
    }

    private AreaView area(CommitteeForm form) {
        return areas.standing(AreaId.of(form.getAreaId()));
    }
}
