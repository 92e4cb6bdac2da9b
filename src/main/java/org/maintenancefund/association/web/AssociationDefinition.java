package org.maintenancefund.association.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.association.domain.AssociationApplicationPolicy;
import org.maintenancefund.association.domain.AssociationApplicationPresenter;
import org.maintenancefund.association.domain.AssociationDetails;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.domain.PaperKind;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请小区管理处关联, steps 2 填写信息 and 3 核对并提交; step 1 is {@link AssociationCompanyController}. */
@Component
@Order(5)
public class AssociationDefinition extends ApplicationDefinition<AssociationForm, AssociationDetails> {

    static final String START = "/associations/new";

    public static final ApplicationKind KIND = ApplicationKind.of("ASSOCIATION", "GL", Page.ASSOCIATION_REVIEWS)
            .byStreet()
            .tagged(Arrays.stream(TargetKind.values()).map(TargetKind::label).toList())
            .onePending("association.pending")
            .underAccount(Page.ASSOCIATION_APPLICATION, "/associations/applications")
            .beginsAt(START)
            .form("association/form", START + "/form")
            .check("association/check")
            .scans(new ScanSlot("files", Messages.of("association.field.files")))
            .build();

    private static final List<Option> TARGETS = Option.ofEnum(TargetKind.class);

    private final AssociationApplicationPolicy rules;
    private final AssociationApplicationPresenter words;
    private final PropertyAreas areas;
    private final Committees committees;
    private final Enterprises enterprises;
    private final Offices offices;
    private final Districts districts;
    private final Clock clock;

    AssociationDefinition(
            PropertyAreas areas,
            Committees committees,
            Enterprises enterprises,
            Offices offices,
            Districts districts,
            Clock clock,
            AssociationApplicationPolicy policy,
            AssociationApplicationPresenter presenter) {
        super(KIND, AssociationForm.class, AssociationDetails.class, policy, presenter);
        this.rules = policy;
        this.words = presenter;
        this.areas = areas;
        this.committees = committees;
        this.enterprises = enterprises;
        this.offices = offices;
        this.districts = districts;
        this.clock = clock;
    }

    @Override
    public Reading readForReview(ApplicationNumber number, AssociationDetails details) {
        AreaView area = areas.standing(details.area());
        return new Reading(words.describe(area, details), rules.compare(area, details));
    }

    @Override
    public AssociationForm merge(AssociationForm kept, AssociationForm typed) {
        return typed.with(kept.enterprise());
    }

    @Override
    public Optional<AssociationForm> recover(AssociationForm typed, Applicant applicant) {
        return company(typed).map(company -> typed);
    }

    @Override
    public AssociationForm emptied(AssociationForm form) {
        return AssociationForm.startedWith(form.enterprise());
    }

    /** Another company has other offices; whether one is asked for, the target says. */
    @Override
    public List<String> inputsOf(String line) {
        return switch (line) {
            case "enterprise" -> List.of("enterprise", "target", "office");
            case "target" -> List.of("target", "office");
            default -> super.inputsOf(line);
        };
    }

    @Override
    public Optional<String> pageOf(String line) {
        return line.equals("enterprise") ? Optional.of(START) : Optional.empty();
    }

    /** A company that was closed meanwhile has to be replaced by another one. */
    @Override
    public Optional<String> unanswered(AssociationForm form) {
        return company(form).isPresent() ? Optional.empty() : Optional.of(START);
    }

    @Override
    public Optional<AssociationDetails> read(Draft<AssociationForm> draft, Applicant applicant, Errors errors) {
        return read(draft.form(), committees.own(applicant.account()), errors);
    }

    /** The details of a form whose constraints were checked; empty where {@code errors} has something to say. */
    public Optional<AssociationDetails> read(AssociationForm form, CommitteeView committee, Errors errors) {
        return company(form)
                .flatMap(company ->
                        form.read(committee, company, offices.activeOf(company.id()), LocalDate.now(clock), errors));
    }

    /** The company chosen in the first step; empty where none is or it is disabled by now. */
    Optional<EnterpriseView> company(AssociationForm form) {
        return Ids.read(form.enterprise())
                .map(EnterpriseId::new)
                .flatMap(enterprises::find)
                .filter(EnterpriseView::isActive);
    }

    @Override
    public void showForm(
            AssociationForm form, @Nullable Draft<AssociationForm> draft, Applicant applicant, Model model) {
        EnterpriseView company = company(form).orElseThrow(() -> new NotFound("company"));
        model.addAttribute("company", company);
        model.addAttribute("targets", TARGETS);
        model.addAttribute(
                "offices",
                offices.activeOf(company.id()).stream()
                        .map(office -> Option.of(
                                office.id(),
                                office.name() + "（" + office.details().address() + "）"))
                        .toList());
        model.addAttribute(
                "centre", districts.get(applicant.account().districtIfAny().orElseThrow()));
        model.addAttribute("paperKinds", PaperKind.OF_ASSOCIATION);
        model.addAttribute("paperForms", AssociationForm.PaperRow.FORMS);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("association.title.apply"))));
    }

    @Override
    public void showCheck(Draft<AssociationForm> draft, AssociationDetails details, Model model) {
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("association.title.apply"))));
    }

    @Override
    public AssociationForm formOf(AssociationDetails details) {
        return AssociationForm.of(details);
    }

    @Override
    public String title(AssociationForm form) {
        return company(form).map(EnterpriseView::name).orElse("");
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return KIND.ownPath().orElseThrow() + "/" + submission.number();
    }
}
