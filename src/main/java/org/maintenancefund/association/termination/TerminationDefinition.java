package org.maintenancefund.association.termination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.AssociationForm.PaperRow;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.association.domain.AssociationService;
import org.maintenancefund.association.domain.PaperKind;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请解除关联, of one of the associations of the committee's area. */
@Component
@Order(6)
public class TerminationDefinition extends ApplicationDefinition<TerminationForm, TerminationDetails> {

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "ASSOCIATION_TERMINATION", "JC", Page.ASSOCIATION_TERMINATION_REVIEWS)
            .byStreet()
            .tagged(Arrays.stream(TerminationReason.values())
                    .map(Labelled::label)
                    .toList())
            .onePending("association.termination.pending")
            .underAccount(Page.ASSOCIATION_APPLICATION, "/associations/terminations/own")
            .beginsAt("/associations")
            .form("association/terminate", "/associations/{id}/terminate")
            .check("association/terminate-check")
            .scans(new ScanSlot("files", Messages.of("association.termination.field.files")))
            .build();

    /** The variable of the address that says which association is to end. */
    private static final String ASSOCIATION = "id";

    private final AssociationService associations;
    private final AssociationNames names;
    private final TerminationConsequences consequences;
    private final PropertyAreas areas;
    private final Committees committees;
    private final Districts districts;
    private final OpenDrafts drafts;
    private final TerminationPolicy rules;
    private final TerminationPresenter words;
    private final Clock clock;

    TerminationDefinition(
            AssociationService associations,
            AssociationNames names,
            TerminationConsequences consequences,
            PropertyAreas areas,
            Committees committees,
            Districts districts,
            OpenDrafts drafts,
            Clock clock,
            TerminationPolicy policy,
            TerminationPresenter presenter) {
        super(KIND, TerminationForm.class, TerminationDetails.class, policy, presenter);
        this.associations = associations;
        this.names = names;
        this.consequences = consequences;
        this.areas = areas;
        this.committees = committees;
        this.districts = districts;
        this.drafts = drafts;
        this.rules = policy;
        this.words = presenter;
        this.clock = clock;
    }

    @Override
    public Reading readForReview(ApplicationNumber number, TerminationDetails details) {
        AreaView area = areas.standing(details.area());
        return new Reading(words.describe(area, details), rules.compare(area, number, details));
    }

    @Override
    public String continueAddress(TerminationForm form, @Nullable CurrentUser user) {
        return "/associations/" + form.association() + "/terminate";
    }

    @Override
    public Optional<TerminationForm> blank(Applicant applicant) {
        return asked(applicant).map(TerminationForm::about);
    }

    @Override
    public TerminationForm merge(TerminationForm kept, TerminationForm typed) {
        return typed.with(kept.association());
    }

    @Override
    public TerminationForm emptied(TerminationForm form) {
        return TerminationForm.about(form.association());
    }

    /** A draft about another association is not to be had at this one's address, and none about one of another area. */
    @Override
    public void require(TerminationForm form, Applicant applicant) {
        association(applicant);
        if (!asked(applicant).equals(Optional.ofNullable(form.association()))) {
            throw new NotFound("draft about another association");
        }
    }

    /** The association of the address, which a merge of areas may have swallowed, as forms keep it. */
    private static Optional<String> asked(Applicant applicant) {
        return applicant
                .variable(ASSOCIATION)
                .map(id -> Ids.read(id).map(UUID::toString).orElse(id));
    }

    @Override
    public Optional<TerminationDetails> read(Draft<TerminationForm> draft, Applicant applicant, Errors errors) {
        return read(draft.form(), association(applicant), committees.own(applicant.account()), errors);
    }

    /** The details of a form whose constraints were checked; empty where {@code errors} has something to say. */
    public Optional<TerminationDetails> read(
            TerminationForm form, AssociationView association, CommitteeView committee, Errors errors) {
        return form.read(association, names.target(association), committee.id(), LocalDate.now(clock), errors);
    }

    @Override
    public void showForm(
            TerminationForm form, @Nullable Draft<TerminationForm> draft, Applicant applicant, Model model) {
        AssociationView association = association(applicant);
        model.addAttribute("association", association);
        model.addAttribute("manager", names.target(association));
        ApplicationNumber revised = draft == null ? null : draft.revises().orElse(null);
        model.addAttribute(
                "closedBecause",
                rules.obstacle(association, revised).map(Messages::of).orElse(null));
        model.addAttribute("endsOnHint", endsOnHint(association));
        model.addAttribute("reasons", Option.ofEnum(TerminationReason.class));
        model.addAttribute("paperKinds", PaperKind.OF_TERMINATION);
        model.addAttribute("paperForms", PaperRow.FORMS);
        model.addAttribute(
                "centre", districts.get(applicant.account().districtIfAny().orElseThrow()));
        if (draft == null) {
            Optional<String> asked = asked(applicant);
            model.addAttribute(
                    "drafts",
                    drafts.of(
                            this,
                            applicant.owner(),
                            applicant.user(),
                            open -> asked.equals(Optional.ofNullable(open.association()))));
        }
        model.addAttribute(Crumb.ATTRIBUTE, crumbs());
    }

    private String endsOnHint(AssociationView association) {
        LocalDate today = LocalDate.now(clock);
        if (association.isOverOn(today)) {
            return Messages.of("association.termination.over");
        }
        DateRange bounds = TerminationForm.bounds(association, today);
        return Messages.of("association.termination.endsOn.hint", bounds.start(), bounds.end());
    }

    @Override
    public void showCheck(Draft<TerminationForm> draft, TerminationDetails details, Model model) {
        model.addAttribute("consequences", consequences.of(details));
        model.addAttribute(Crumb.ATTRIBUTE, crumbs());
    }

    private static List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("association.termination.title")));
    }

    @Override
    public TerminationForm formOf(TerminationDetails details) {
        return TerminationForm.of(details);
    }

    @Override
    public String title(TerminationForm form) {
        return Ids.read(form.association())
                .map(AssociationId::new)
                .flatMap(associations::standing)
                .map(names::target)
                .orElse("");
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return KIND.ownPath().orElseThrow() + "/" + submission.number();
    }

    /** That of the address, or what a merge of areas made of it: one of the area of the person's committee. */
    private AssociationView association(Applicant applicant) {
        CommitteeView committee = committees.own(applicant.account());
        return applicant
                .variable(ASSOCIATION)
                .flatMap(Ids::read)
                .map(AssociationId::new)
                .flatMap(associations::standing)
                .filter(found -> found.area().equals(committee.area()))
                .orElseThrow(() -> new NotFound("association of " + committee.id()));
    }
}
