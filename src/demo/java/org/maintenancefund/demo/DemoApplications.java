package org.maintenancefund.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
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
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.association.domain.AssociationDetails;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.termination.TerminationDefinition;
import org.maintenancefund.association.termination.TerminationDetails;
import org.maintenancefund.association.termination.TerminationForm;
import org.maintenancefund.association.termination.TerminationReason;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;

/** Takes the demo's applications for associations and for their end through the steps people take, at the times it wants them. */
@Component
class DemoApplications {

    private static final ApplicationKind KIND = AssociationDefinition.KIND;
    private static final ApplicationKind ENDING = TerminationDefinition.KIND;

    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final DemoCalls calls;
    private final AssociationDefinition definition;
    private final TerminationDefinition ending;
    private final Associations associations;
    private final TravellingClock clock;

    DemoApplications(
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            DemoCalls calls,
            AssociationDefinition definition,
            TerminationDefinition ending,
            Associations associations,
            TravellingClock clock) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.calls = calls;
        this.definition = definition;
        this.ending = ending;
        this.associations = associations;
        this.clock = clock;
    }

    /** A three years' contract with the company, or with one of its offices. */
    ApplicationNumber submitted(
            CommitteeView committee,
            CurrentUser applicant,
            EnterpriseId company,
            @Nullable OfficeId office,
            LocalDate contractStart,
            Instant at) {
        AssociationForm form = new AssociationForm(
                company.toString(),
                (office == null ? TargetKind.ENTERPRISE : TargetKind.OFFICE).name(),
                office == null ? null : office.toString(),
                contractStart.toString(),
                contractStart.plusYears(3).minusDays(1).toString(),
                List.of(new AssociationForm.PaperRow("1", "ORIGINAL"), new AssociationForm.PaperRow("1", "COPY")),
                null,
                "");
        return clock.at(at, () -> {
            Draft<AssociationForm> draft = drafts.start(DraftOwner.of(applicant), KIND, form);
            BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
            AssociationDetails details = definition
                    .read(form, committee, errors)
                    .orElseThrow(() -> new IllegalStateException("a demo application is not right: " + errors));
            return submissions.submit(draft, details, applicant).number();
        });
    }

    /** 解除 of what the committee applied for, agreed with the company. */
    ApplicationNumber endingSubmitted(CommitteeView committee, CurrentUser applicant, LocalDate endsOn, Instant at) {
        AssociationView association = associations.of(committee.id()).get(0);
        TerminationForm form = new TerminationForm(
                association.id().toString(),
                endsOn.toString(),
                TerminationReason.AGREED.name(),
                List.of(new AssociationForm.PaperRow("1", "ORIGINAL"), new AssociationForm.PaperRow("1", "COPY")),
                null,
                "");
        return clock.at(at, () -> {
            Draft<TerminationForm> draft = drafts.start(DraftOwner.of(applicant), ENDING, form);
            BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
            TerminationDetails details = ending.read(form, association, committee, errors)
                    .orElseThrow(() -> new IllegalStateException("a demo application is not right: " + errors));
            return submissions.submit(draft, details, applicant).number();
        });
    }

    void endingApproved(ApplicationNumber number, CurrentUser clerk, Instant at) {
        decide(ENDING, number, ReviewAction.APPROVE, List.of(), "", clerk, at);
        calls.reached(number, clerk, at.plusSeconds(1200));
    }

    void approved(ApplicationNumber number, CurrentUser clerk, Instant at) {
        decide(KIND, number, ReviewAction.APPROVE, List.of(), "", clerk, at);
        calls.reached(number, clerk, at.plusSeconds(1200));
    }

    void returned(ApplicationNumber number, CurrentUser clerk, Instant at) {
        decide(KIND, number, ReviewAction.RETURN, List.of("缺少业主大会决议"), "决议复印件没有盖章，请补交盖章的决议。", clerk, at);
    }

    private void decide(
            ApplicationKind kind,
            ApplicationNumber number,
            ReviewAction action,
            List<String> reasons,
            String opinion,
            CurrentUser clerk,
            Instant at) {
        clock.at(at, () -> {
            int version = applications.forReview(kind, number, clerk).version();
            decisions.decide(kind, number, new Decision(action, version, reasons, opinion, ""), clerk);
        });
    }
}
