package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of what an applicant does after the submission. */
@Component
@Transactional
public class ApplicantService {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final Rounds rounds;
    private final Timeline timeline;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicantService(
            ApplicationDefinitions definitions,
            ApplicationRepository applications,
            Rounds rounds,
            Timeline timeline,
            Drafts drafts,
            AuditTrail audit,
            Clock clock) {
        this.definitions = definitions;
        this.applications = applications;
        this.rounds = rounds;
        this.timeline = timeline;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is such an application and the mobile is its contact's. */
    @Transactional(readOnly = true)
    public boolean isContact(ApplicationNumber number, MobileNumber mobile) {
        return applications
                .findById(number)
                .filter(application -> application.contactMobile().equals(mobile))
                .isPresent();
    }

    @Transactional(readOnly = true)
    public boolean mayRevise(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        return applications
                .findById(number)
                .filter(application -> application.kind() == kind && application.isRevisableBy(user))
                .isPresent();
    }

    /** Sent a second time, it answers when the first one was. */
    public Instant withdraw(Entitlement right) {
        Application application = lock(right);
        ReviewStatus from = application.status();
        if (from == ReviewStatus.WITHDRAWN) {
            return application.changedAt();
        }
        Instant now = clock.instant();
        application.withdraw(now);
        applications.saveAndFlush(application);
        timeline.add(application, ReviewAction.WITHDRAW, from, actor(right, application), Timeline.Opinion.NONE, now);
        audit.record(AuditEvent.of("APPLICATION_WITHDRAW")
                .on("application", application.number().value(), application.title())
                .change("status", from.label(), application.status().label()));
        return now;
    }

    /** Opens a draft, or the one that was begun for this round; answers the address to go on at. */
    public String startRevision(Entitlement right, DraftOwner owner) {
        Application application = lock(right);
        requireReturned(application);
        return startRevision(definitions.of(application.kind()), right, owner, application);
    }

    private <F, D> String startRevision(
            ApplicationDefinition<F, D> definition, Entitlement right, DraftOwner owner, Application application) {
        F form = formOf(definition, application);
        UUID key = drafts.revise(
                right,
                owner,
                application.kind(),
                application.round(),
                form,
                rounds.files(application.number(), application.round()));
        CurrentUser user = right instanceof Entitlement.ByAccount account ? account.user() : null;
        return definition.continueAddress(form, user) + "?draft=" + key;
    }

    public String restart(DraftOwner owner, UUID key, ApplicationKind kind, @Nullable CurrentUser user) {
        return restart(definitions.of(kind), owner, key, user);
    }

    private <F, D> String restart(
            ApplicationDefinition<F, D> definition, DraftOwner owner, UUID key, @Nullable CurrentUser user) {
        Draft<F> draft = drafts.find(owner, key, definition.kind(), definition.formType())
                .orElseThrow(() -> new NotFound("draft " + key));
        Application revised = draft.revises().flatMap(applications::findById).orElse(null);
        if (revised != null) {
            requireReturned(revised);
        }
        F form = revised == null ? definition.emptied(draft.form()) : formOf(definition, revised);
        List<ApplicationFile> files = revised == null ? List.of() : rounds.files(revised.number(), revised.round());
        drafts.reset(draft, form, files, revised == null ? 0 : revised.round());
        return definition.continueAddress(form, user) + "?draft=" + key;
    }

    private static void requireReturned(Application application) {
        if (!ReviewAction.RESUBMIT.isPossibleIn(application.status())) {
            throw Refusal.because(
                    "application.refusal.not-in-this-state",
                    ReviewAction.RESUBMIT.label(),
                    application.status().label());
        }
    }

    private <F, D> F formOf(ApplicationDefinition<F, D> definition, Application application) {
        return definition.formOf(rounds.details(application.number(), application.round(), definition.detailsType()));
    }

    private static Timeline.Actor actor(Entitlement right, Application application) {
        return right instanceof Entitlement.ByAccount account
                ? Timeline.Actor.of(account.user())
                : Timeline.Actor.applicant(application.contactName());
    }

    /** The application, locked, and the right looked at once more: what was proved a moment ago may have ended since. */
    private Application lock(Entitlement right) {
        Application application =
                applications.lock(right.number()).orElseThrow(() -> new NotFound("application " + right.number()));
        boolean stands = right instanceof Entitlement.ByReceiptCode proof
                ? application.codeHash().filter(proof.codeHash()::equals).isPresent()
                : right instanceof Entitlement.ByAccount account && application.isRevisableBy(account.user());
        if (!stands) {
            throw new NotFound("application " + right.number());
        }
        return application;
    }
}
