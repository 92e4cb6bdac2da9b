package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.Associations.NamedAssociation;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.DemoScan;
import org.maintenancefund.test.SignedIn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Brings a mandate to collect to a state by the steps people take. */
@TestComponent
public final class AMandate {

    private static final ApplicationKind KIND = MandateDefinition.KIND;

    private final Drafts drafts;
    private final DraftFiles files;
    private final Attachments attachments;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final Associations associations;
    private final MandateDefinition definition;
    private final Validator validator;

    AMandate(
            Drafts drafts,
            DraftFiles files,
            Attachments attachments,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            Associations associations,
            MandateDefinition definition,
            Validator validator) {
        this.drafts = drafts;
        this.files = files;
        this.attachments = attachments;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.associations = associations;
        this.definition = definition;
        this.validator = validator;
    }

    /** 申请 by somebody of the committee, with a scan of the contract. */
    public ApplicationNumber submitted(
            CommitteeView committee, AssociationView association, LocalDate from, LocalDate to) {
        MandateForm form = new MandateForm(association.id().toString(), from.toString(), to.toString(), null, "");
        CurrentUser applicant = SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
        DraftOwner owner = DraftOwner.of(applicant);
        Draft<MandateForm> draft = drafts.start(owner, KIND, form);
        assertThat(files.add(draft, KIND.scanSlots().get(0).label(), contract()).isOk())
                .isTrue();
        draft = files.reread(draft);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        MandateDetails details = definition
                .read(draft, new Applicant(owner, applicant, Map.of()), errors)
                .orElseThrow(() -> new IllegalStateException("the form is not right: " + errors));
        return submissions.submit(draft, details, applicant).number();
    }

    private OpenedScan contract() {
        try {
            return attachments
                    .open("contract.pdf", new ByteArrayInputStream(DemoScan.page("contract")))
                    .value();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public void decided(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        int version = applications.forReview(KIND, number, reviewer).version();
        decisions.decide(KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
    }

    /** Applied for and approved, for who manages the area on the first of the days. */
    public ApplicationNumber approved(CommitteeView committee, LocalDate from, LocalDate to, CurrentUser reviewer) {
        AssociationView right = associations.currentFor(committee.area()).stream()
                .map(NamedAssociation::association)
                .filter(association -> !association.effectiveTo().isBefore(from))
                .findFirst()
                .orElseThrow();
        ApplicationNumber number = submitted(committee, right, from, to);
        decided(number, ReviewAction.APPROVE, reviewer);
        return number;
    }
}
