package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.maintenancefund.association.domain.AssociationDetails;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.SignedIn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Brings an association to a state by the steps people take. */
@TestComponent
public final class AnAssociation {

    private static final ApplicationKind KIND = AssociationDefinition.KIND;

    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final AssociationDefinition definition;
    private final Validator validator;

    AnAssociation(
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            AssociationDefinition definition,
            Validator validator) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.definition = definition;
        this.validator = validator;
    }

    /** 申请 by somebody of the committee. */
    public ApplicationNumber submitted(
            CommitteeView committee, EnterpriseId company, @Nullable OfficeId office, LocalDate start, LocalDate end) {
        AssociationForm form = new AssociationForm(
                company.toString(),
                (office == null ? TargetKind.ENTERPRISE : TargetKind.OFFICE).name(),
                office == null ? null : office.toString(),
                start.toString(),
                end.toString(),
                List.of(new AssociationForm.PaperRow("1", "ORIGINAL")),
                null,
                "");
        CurrentUser applicant = SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
        Draft<AssociationForm> draft = drafts.start(DraftOwner.of(applicant), KIND, form);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        AssociationDetails details = definition.read(form, committee, errors).orElseThrow();
        assertThat(errors.getAllErrors()).isEmpty();
        return submissions.submit(draft, details, applicant).number();
    }

    public void decided(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        int version = applications.forReview(KIND, number, reviewer).version();
        decisions.decide(KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
    }
}
