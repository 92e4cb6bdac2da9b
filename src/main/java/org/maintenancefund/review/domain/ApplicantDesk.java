package org.maintenancefund.review.domain;

import java.time.Clock;
import java.time.Instant;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.ApplicationType;
import org.maintenancefund.review.DraftOwner;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.review.ReviewAction;
import org.maintenancefund.review.ReviewStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an applicant does after the submission, either with the 回执码 or as an operator of the organisation that applied. */
@Component
@Transactional
public class ApplicantDesk {

    private final ApplicationTypes types;
    private final ApplicationRepository applications;
    private final Rounds rounds;
    private final Timeline timeline;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicantDesk(
            ApplicationTypes types,
            ApplicationRepository applications,
            Rounds rounds,
            Timeline timeline,
            Drafts drafts,
            AuditTrail audit,
            Clock clock) {
        this.types = types;
        this.applications = applications;
        this.rounds = rounds;
        this.timeline = timeline;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Withdraws for someone who was asked for the 回执码 just before. */
    public Instant withdraw(ApplicationNumber number) {
        Application application = lock(number);
        return withdraw(application, Timeline.Actor.applicant(application.contactName()));
    }

    public Instant withdrawOwn(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        requireOwn(kind, number, user);
        return withdraw(lock(number), Timeline.Actor.of(user));
    }

    /** Fills a draft for mending, for someone who was asked for the 回执码 just before; answers the form's address. */
    public String startMending(ApplicationNumber number, DraftOwner owner) {
        return startMending(lock(number), owner);
    }

    public String startMendingOwn(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        requireOwn(kind, number, user);
        return startMending(lock(number), DraftOwner.of(user));
    }

    /** Sent a second time, it answers when the first one was. */
    private Instant withdraw(Application application, Timeline.Actor actor) {
        ReviewStatus from = application.status();
        if (from == ReviewStatus.WITHDRAWN) {
            return application.changedAt();
        }
        Instant now = clock.instant();
        application.withdraw(now);
        applications.saveAndFlush(application);
        timeline.add(application, ReviewAction.WITHDRAW, from, actor, Timeline.Opinion.NONE, now);
        audit.record(AuditEvent.of("APPLICATION_WITHDRAW")
                .on("application", application.number().value(), application.title())
                .change("status", from.label(), application.status().label()));
        return now;
    }

    private String startMending(Application application, DraftOwner owner) {
        if (!ReviewAction.RESUBMIT.isPossibleIn(application.status())) {
            throw Refusal.because(
                    "review.refusal.not-in-this-state",
                    ReviewAction.RESUBMIT.label(),
                    application.status().label());
        }
        ApplicationType<?> type = types.of(application.kind());
        drafts.startMending(
                owner,
                application.kind(),
                application.number(),
                formOf(type, application),
                rounds.files(application.number(), application.round()));
        return type.formPath() + "?number=" + application.number();
    }

    private <D> Object formOf(ApplicationType<D> type, Application application) {
        return type.formOf(rounds.details(application.number(), application.round(), type.detailsType()));
    }

    private void requireOwn(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        applications
                .findOfApplicant(number, kind, user.organisation())
                .orElseThrow(() -> new NotFound("application " + number));
    }

    private Application lock(ApplicationNumber number) {
        return applications.lock(number).orElseThrow(() -> new NotFound("application " + number));
    }
}
