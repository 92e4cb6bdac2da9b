package org.maintenancefund.committee.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedPeople;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreaWithSimilar;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeLimits;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 业委会注册, steps 2 填写信息 and 3 核对并提交; step 1 is {@link AreaStepController}. */
@Component
@Order(1)
public class CommitteeRegistrationDefinition extends ApplicationDefinition<CommitteeForm, CommitteeDetails> {

    static final String START = "/register/committee";
    static final String SIBLINGS = START + "/siblings";

    private static final ScanSlot CERTIFICATE = new ScanSlot("certificate", Messages.of("committee.scan.certificate"));

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "COMMITTEE_REGISTRATION", "YW", Page.COMMITTEE_REVIEWS)
            .byStreet()
            .tagged(List.of(CommitteeAttribute.FORMAL.label(), CommitteeAttribute.PREPARATORY.label()))
            .onePending("committee.area.pending")
            .beginsAt(START)
            .form("committee/form", START + "/form")
            .check("committee/check")
            .scans(CERTIFICATE, new ScanSlot("others", Messages.of("committee.scan.others")))
            .build();

    private static final List<Option> ATTRIBUTES = Arrays.stream(CommitteeAttribute.values())
            .map(attribute -> Option.of(attribute, attribute.choice(), attribute.hint()))
            .toList();

    private final CommitteeRegistrationPolicy rules;
    private final CommitteeRegistrationPresenter words;
    private final PropertyAreas areas;
    private final CommitteeLimits limits;
    private final ApplicationLimits general;

    CommitteeRegistrationDefinition(
            PropertyAreas areas,
            CommitteeLimits limits,
            ApplicationLimits general,
            CommitteeRegistrationPolicy policy,
            CommitteeRegistrationPresenter presenter) {
        super(KIND, CommitteeForm.class, CommitteeDetails.class, policy, presenter);
        this.rules = policy;
        this.words = presenter;
        this.areas = areas;
        this.limits = limits;
        this.general = general;
    }

    @Override
    public Reading readForReview(ApplicationNumber number, CommitteeDetails details) {
        AreaWithSimilar found = areas.standingWithSimilar(details.area());
        return new Reading(words.describe(found.area(), details), rules.compare(number, found, details));
    }

    @Override
    public CommitteeForm merge(CommitteeForm kept, CommitteeForm typed) {
        return typed.with(kept.areaId(), kept.siblingAnswer());
    }

    @Override
    public Optional<CommitteeForm> recover(CommitteeForm typed, Applicant applicant) {
        return AreaId.parse(typed.areaId()).flatMap(areas::find).map(area -> typed);
    }

    @Override
    public CommitteeForm emptied(CommitteeForm form) {
        return CommitteeForm.startedWith(form.areaId());
    }

    @Override
    public CommitteeForm withOneMoreOperator(CommitteeForm form) {
        return form.withOneMoreOperator(limits.maxOperators());
    }

    /** The question about the other parts of a divided community can't be passed over. */
    @Override
    public Optional<String> unanswered(CommitteeForm form) {
        boolean open =
                form.exceptions().isEmpty() && !areas.siblings(area(form)).isEmpty();
        return open ? Optional.of(SIBLINGS) : Optional.empty();
    }

    /** The attribute says how a committee is called and what it has to show; who has nothing to show says why. */
    @Override
    public List<String> inputsOf(String line) {
        return switch (line) {
            case "attribute" ->
                List.of("attribute", "name", "termNumber", "termStart", "termEnd", "filingNumber", "noCertificate");
            case "certificate" -> List.of("certificate", "noCertificate");
            case "noCertificate" -> List.of("noCertificate", "certificate");
            default -> super.inputsOf(line);
        };
    }

    @Override
    public Optional<String> pageOf(String line) {
        return switch (line) {
            case "areaId" -> Optional.of(START);
            case "siblingAnswer" -> Optional.of(SIBLINGS);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<CommitteeDetails> read(Draft<CommitteeForm> draft, Applicant applicant, Errors errors) {
        boolean missing = draft.form().lacksCertificate()
                && draft.files().stream().noneMatch(file -> file.slot().equals(CERTIFICATE.label()));
        if (missing && !errors.hasFieldErrors(CERTIFICATE.field())) {
            FieldErrors.reject(errors, CERTIFICATE.field(), "committee.certificate.missing");
        }
        return read(draft.form(), errors);
    }

    /** The details of a form whose constraints were checked; empty where {@code errors} has something to say. */
    public Optional<CommitteeDetails> read(CommitteeForm form, Errors errors) {
        AreaView area = area(form);
        List<ProposedOperator> operators = ProposedPeople.read(form.operators(), limits.maxOperators(), errors);
        ProposedPeople.lookAtSame(
                form.operators(), form.sameContact(), form.contactName(), form.contactMobile(), errors);
        return form.read(area.name(), limits.longestTerm(), errors)
                .map(committee -> new CommitteeDetails(
                        area.id().value(), form.exceptions(), committee, operators, form.whyNoCertificate()));
    }

    @Override
    public void showForm(CommitteeForm form, @Nullable Draft<CommitteeForm> draft, Applicant applicant, Model model) {
        AreaView area = area(form);
        model.addAttribute("attributes", ATTRIBUTES);
        model.addAttribute("area", area);
        model.addAttribute("formalName", CommitteeName.proposal(area.name(), CommitteeAttribute.FORMAL));
        model.addAttribute("preparatoryName", CommitteeName.proposal(area.name(), CommitteeAttribute.PREPARATORY));
        model.addAttribute("maxOperators", limits.maxOperators());
        model.addAttribute("longestTerm", limits.longestTerm().getYears());
        model.addAllAttributes(general.told());
    }

    @Override
    public CommitteeForm formOf(CommitteeDetails details) {
        return CommitteeForm.of(details);
    }

    @Override
    public String title(CommitteeForm form) {
        String area =
                AreaId.parse(form.areaId()).map(id -> areas.standing(id).name()).orElse("");
        String name = ChineseText.clean(form.name());
        return name.startsWith(area) ? name : name.isEmpty() ? area : area + "　" + name;
    }

    @Override
    public String contact(CommitteeForm form) {
        return Objects.requireNonNullElse(form.contactName(), "");
    }

    private AreaView area(CommitteeForm form) {
        return areas.standing(AreaId.of(form.areaId()));
    }
}
