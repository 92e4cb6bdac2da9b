package org.maintenancefund.billing.mandate;

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
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.Associations.NamedAssociation;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请收取授权, of the committee for its area. */
@Component
@Order(8)
public class MandateDefinition extends ApplicationDefinition<MandateForm, MandateDetails> {

    private static final ScanSlot CONTRACT = new ScanSlot("files", Messages.of("billing.mandate.field.files"));

    public static final ApplicationKind KIND = ApplicationKind.of("COLLECTION_MANDATE", "DS", Page.MANDATE_REVIEWS)
            .byStreet()
            .tagged(Arrays.stream(TargetKind.values()).map(TargetKind::label).toList())
            .onePending("billing.mandate.pending")
            .underAccount(Page.MANDATES, "/mandates/applications")
            .beginsAt("/mandates")
            .form("billing/mandate-form", "/mandates/new")
            .check("billing/mandate-check")
            .scans(CONTRACT)
            .build();

    private final Associations associations;
    private final PropertyAreas areas;
    private final Committees committees;
    private final OpenDrafts drafts;
    private final MandatePolicy rules;
    private final MandatePresenter words;
    private final Clock clock;

    MandateDefinition(
            Associations associations,
            PropertyAreas areas,
            Committees committees,
            OpenDrafts drafts,
            Clock clock,
            MandatePolicy policy,
            MandatePresenter presenter) {
        super(KIND, MandateForm.class, MandateDetails.class, policy, presenter);
        this.associations = associations;
        this.areas = areas;
        this.committees = committees;
        this.drafts = drafts;
        this.rules = policy;
        this.words = presenter;
        this.clock = clock;
    }

    @Override
    public Reading readForReview(ApplicationNumber number, MandateDetails details) {
        AreaView area = areas.standing(details.area());
        return new Reading(words.describe(area, details), rules.compare(area, number, details));
    }

    /** Where one association alone is there, it is the one. */
    @Override
    public Optional<MandateForm> blank(Applicant applicant) {
        List<NamedAssociation> current =
                associations.currentFor(committees.own(applicant.account()).area());
        return Optional.of(MandateForm.startedWith(
                current.size() == 1 ? current.get(0).association().id().toString() : null));
    }

    @Override
    public MandateForm emptied(MandateForm form) {
        return MandateForm.startedWith(null);
    }

    @Override
    public Optional<MandateDetails> read(Draft<MandateForm> draft, Applicant applicant, Errors errors) {
        boolean scanned = !draft.files().isEmpty();
        if (!scanned && !errors.hasFieldErrors(CONTRACT.field())) {
            FieldErrors.reject(errors, CONTRACT.field(), "billing.mandate.files.required");
        }
        return read(draft.form(), committees.own(applicant.account()), errors);
    }

    /** The details of a form whose constraints were checked; empty where {@code errors} has something to say. */
    Optional<MandateDetails> read(MandateForm form, CommitteeView committee, Errors errors) {
        return form.read(associations.currentFor(committee.area()), committee.id(), LocalDate.now(clock), errors);
    }

    @Override
    public void showForm(MandateForm form, @Nullable Draft<MandateForm> draft, Applicant applicant, Model model) {
        AreaView area = areas.get(committees.own(applicant.account()).area());
        ApplicationNumber revised = draft == null ? null : draft.revises().orElse(null);
        model.addAttribute("area", area);
        model.addAttribute(
                "associations",
                associations.currentFor(area.id()).stream()
                        .map(MandateDefinition::option)
                        .toList());
        model.addAttribute(
                "closedBecause",
                rules.obstacle(area.id(), revised).map(Messages::of).orElse(null));
        if (draft == null) {
            model.addAttribute("drafts", drafts.of(this, applicant.owner(), applicant.user()));
        }
        model.addAttribute(Crumb.ATTRIBUTE, crumbs());
    }

    private static Option option(NamedAssociation current) {
        AssociationView right = current.association();
        return Option.of(
                right.id(),
                current.manager(),
                Messages.of("billing.mandate.by-association", right.effectiveFrom(), right.effectiveTo()));
    }

    @Override
    public void showCheck(Draft<MandateForm> draft, MandateDetails details, Model model) {
        model.addAttribute(Crumb.ATTRIBUTE, crumbs());
    }

    private static List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("billing.mandate.title")));
    }

    @Override
    public MandateForm formOf(MandateDetails details) {
        return MandateForm.of(details);
    }

    /** The period is what tells two drafts of a committee apart. */
    @Override
    public String title(MandateForm form) {
        return form.validFrom() == null || form.validTo() == null
                ? ""
                : Messages.of("kernel.period", form.validFrom(), form.validTo());
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return KIND.ownPath().orElseThrow() + "/" + submission.number();
    }
}
