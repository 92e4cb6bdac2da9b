package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.association.domain.AssociationForm.PaperRow;
import org.maintenancefund.association.termination.TerminationDefinition;
import org.maintenancefund.association.termination.TerminationDetails;
import org.maintenancefund.association.termination.TerminationForm;
import org.maintenancefund.association.termination.TerminationReason;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.test.SignedIn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Brings the end of an association to a state by the steps people take. */
@TestComponent
public final class ATermination {

    private static final ApplicationKind KIND = TerminationDefinition.KIND;

    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final TerminationDefinition definition;
    private final Validator validator;

    ATermination(
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            TerminationDefinition definition,
            Validator validator) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.definition = definition;
        this.validator = validator;
    }

    /** 申请解除 by somebody of the committee, agreed with the company. */
    public ApplicationNumber submitted(CommitteeView committee, AssociationView association, LocalDate endsOn) {
        TerminationForm form = new TerminationForm(
                association.id().toString(),
                endsOn.toString(),
                TerminationReason.AGREED.name(),
                List.of(new PaperRow("1", PaperRow.ORIGINAL), new PaperRow("1", PaperRow.COPY)),
                null,
                "");
        CurrentUser applicant = SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
        Draft<TerminationForm> draft = drafts.start(DraftOwner.of(applicant), KIND, form);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        TerminationDetails details =
                definition.read(form, association, committee, errors).orElseThrow();
        assertThat(errors.getAllErrors()).isEmpty();
        return submissions.submit(draft, details, applicant).number();
    }

    public void decided(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        int version = applications.forReview(KIND, number, reviewer).version();
        decisions.decide(KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
    }

    /** Applied for and approved at once: that day is the first without the right. */
    public ApplicationNumber approved(
            CommitteeView committee, AssociationView association, LocalDate endsOn, CurrentUser reviewer) {
        ApplicationNumber number = submitted(committee, association, endsOn);
        decided(number, ReviewAction.APPROVE, reviewer);
        return number;
    }
}
