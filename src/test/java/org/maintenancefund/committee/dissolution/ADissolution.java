package org.maintenancefund.committee.dissolution;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.test.SignedIn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Brings a committee to its end by the steps people take. */
@TestComponent
public final class ADissolution {

    public static final ApplicationKind KIND = CommitteeDissolutionDefinition.KIND;

    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final CommitteeDissolutionDefinition definition;
    private final Validator validator;

    ADissolution(
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            CommitteeDissolutionDefinition definition,
            Validator validator) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.definition = definition;
        this.validator = validator;
    }

    /** 申请注销 by somebody of the committee. */
    public ApplicationNumber submitted(CommitteeView committee) {
        return submitted(
                committee,
                SignedIn.person(
                        "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district()));
    }

    public ApplicationNumber submitted(CommitteeView committee, CurrentUser by) {
        DissolutionReason reason = committee.attribute() == CommitteeAttribute.FORMAL
                ? DissolutionReason.TERM_NOT_RENEWED
                : DissolutionReason.GROUP_ENDED;
        DissolutionForm form = new DissolutionForm(committee.id().toString(), reason.name(), "业主大会没有选出新一届", null);
        Draft<DissolutionForm> draft = drafts.start(DraftOwner.of(by), KIND, form);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        DissolutionDetails details = definition.read(form, committee, errors).orElseThrow();
        assertThat(errors.getAllErrors()).isEmpty();
        return submissions.submit(draft, details, by).number();
    }

    public void decided(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        int version = applications.forReview(KIND, number, reviewer).version();
        decisions.decide(KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
    }

    /** Applied for and approved. */
    public ApplicationNumber approved(CommitteeView committee, CurrentUser reviewer) {
        ApplicationNumber number = submitted(committee);
        decided(number, ReviewAction.APPROVE, reviewer);
        return number;
    }
}
