package org.maintenancefund.committee.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
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
import org.maintenancefund.committee.domain.CommitteeRegistrationPolicy;
import org.maintenancefund.committee.domain.CommitteeRegistrationPresenter;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 业委会注册, steps 2 填写信息 and 3 核对并提交; step 1 is {@link AreaStepController}. */
@Component
@Order(1)
public class CommitteeRegistrationDefinition extends ApplicationDefinition<CommitteeForm, CommitteeDetails> {

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "COMMITTEE_REGISTRATION", "YW", Page.COMMITTEE_REVIEWS)
            .byStreet()
            .tagged(List.of(CommitteeAttribute.FORMAL.label(), CommitteeAttribute.PREPARATORY.label()))
            .onePending("committee.area.pending")
            .beginsAt("/register/committee")
            .form("committee/form", "/register/committee/form")
            .check("committee/check")
            .scans(
                    new ScanSlot("certificate", Messages.of("committee.scan.certificate")),
                    new ScanSlot("others", Messages.of("committee.scan.others")))
            .build();

    static final String START = "/register/committee";
    static final String FORM = START + "/form";
    static final String SIBLINGS = START + "/siblings";

    private static final List<Option> ATTRIBUTES = Arrays.stream(CommitteeAttribute.values())
            .map(attribute -> Option.of(attribute, attribute.choice(), attribute.hint()))
            .toList();

    private final CommitteeFormCheck check;
    private final PropertyAreas areas;
    private final CommitteeProperties limits;

    CommitteeRegistrationDefinition(
            CommitteeFormCheck check,
            PropertyAreas areas,
            CommitteeProperties limits,
            CommitteeRegistrationPolicy policy,
            CommitteeRegistrationPresenter presenter) {
        super(KIND, CommitteeForm.class, CommitteeDetails.class, policy, presenter);
        this.check = check;
        this.areas = areas;
        this.limits = limits;
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
    public CommitteeForm withOneMoreOperator(CommitteeForm form) {
        form.addOperator(limits.maxOperators());
        return form;
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
    public void showCheck(Draft<CommitteeForm> draft, CommitteeDetails details, Model model) {
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
