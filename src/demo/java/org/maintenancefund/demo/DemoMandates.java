package org.maintenancefund.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
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
import org.maintenancefund.association.Associations;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.billing.mandate.MandateDefinition;
import org.maintenancefund.billing.mandate.MandateDetails;
import org.maintenancefund.billing.mandate.MandateForm;
import org.maintenancefund.committee.CommitteeView;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;

/** Takes 收取授权 of the demo's committees through the steps people take. */
@Component
class DemoMandates {

    private static final ApplicationKind KIND = MandateDefinition.KIND;

    private final Drafts drafts;
    private final DraftFiles files;
    private final Attachments attachments;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final DemoCalls calls;
    private final MandateDefinition definition;
    private final Associations associations;
    private final TravellingClock clock;

    DemoMandates(
            Drafts drafts,
            DraftFiles files,
            Attachments attachments,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            DemoCalls calls,
            MandateDefinition definition,
            Associations associations,
            TravellingClock clock) {
        this.drafts = drafts;
        this.files = files;
        this.attachments = attachments;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.calls = calls;
        this.definition = definition;
        this.associations = associations;
        this.clock = clock;
    }

    /** For who manages the committee's area, with a scan of the contract. */
    ApplicationNumber submitted(
            CommitteeView committee, CurrentUser applicant, LocalDate from, LocalDate to, Instant at) {
        String association = associations.of(committee.id()).get(0).id().toString();
        MandateForm form = new MandateForm(association, from.toString(), to.toString(), null, "");
        return clock.at(at, () -> {
            DraftOwner owner = DraftOwner.of(applicant);
            Draft<MandateForm> begun = drafts.start(owner, KIND, form);
            addContract(begun);
            Draft<MandateForm> draft = files.reread(begun);
            BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
            MandateDetails details = definition
                    .read(draft, new Applicant(owner, applicant, Map.of()), errors)
                    .orElseThrow(() -> new IllegalStateException("a demo mandate is not right: " + errors));
            return submissions.submit(draft, details, applicant).number();
        });
    }

    void approved(ApplicationNumber number, CurrentUser clerk, Instant at) {
        clock.at(at, () -> {
            int version = applications.forReview(KIND, number, clerk).version();
            decisions.decide(KIND, number, new Decision(ReviewAction.APPROVE, version, List.of(), "", ""), clerk);
        });
        calls.reached(number, clerk, at.plusSeconds(900));
    }

    private void addContract(Draft<?> draft) {
        try (var scan = new ByteArrayInputStream(DemoScan.page("CONTRACT"))) {
            files.add(
                    draft,
                    KIND.scanSlots().get(0).label(),
                    attachments.open("合同.pdf", scan).value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
