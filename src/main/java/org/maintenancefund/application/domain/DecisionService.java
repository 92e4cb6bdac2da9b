package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a district's actions. Each locks the application's row, in the reviewer's own district. */
@Component
@Transactional
public class DecisionService {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final Rounds rounds;
    private final Timeline timeline;
    private final DecisionBasis basis;
    private final Drafts drafts;
    private final ReceiptCodes codes;
    private final AuditTrail audit;
    private final AdvisoryLocks locks;
    private final Clock clock;

    DecisionService(
            ApplicationDefinitions definitions,
            ApplicationRepository applications,
            Rounds rounds,
            Timeline timeline,
            DecisionBasis basis,
            Drafts drafts,
            ReceiptCodes codes,
            AuditTrail audit,
            AdvisoryLocks locks,
            Clock clock) {
        this.definitions = definitions;
        this.applications = applications;
        this.rounds = rounds;
        this.timeline = timeline;
        this.basis = basis;
        this.drafts = drafts;
        this.codes = codes;
        this.audit = audit;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param checks what 系统比对 says at the decision
     */
    public void decide(
            ApplicationKind kind,
            ApplicationNumber number,
            Decision decision,
            List<SystemCheck> checks,
            CurrentUser reviewer) {
        locks.lockShared(Purpose.AREAS);
        Application application = lock(kind, number, reviewer);
        if (application.version() != decision.expectedVersion() || application.status() != ReviewStatus.PENDING) {
            TimelineEntry last = timeline.lastTransition(number).orElse(null);
            if (last != null && isSentAgain(application, decision, last, reviewer)) {
                return;
            }
            throw new StaleDecision(number, last);
        }
        if (decision.action() != ReviewAction.APPROVE
                && decision.reasons().isEmpty()
                && decision.opinion().isBlank()) {
            throw Refusal.because("application.refusal.no-reason");
        }
        Instant now = clock.instant();
        application.decide(decision.action(), reviewer.operatorId(), now);
        applications.saveAndFlush(application);
        timeline.add(
                application,
                decision.action(),
                ReviewStatus.PENDING,
                Timeline.Actor.of(reviewer),
                new Timeline.Opinion(decision.reasons(), decision.opinion(), decision.internalRemark()),
                now);
        basis.keep(number, application.round(), checks, decision.papers());
        if (decision.action() == ReviewAction.APPROVE) {
            approve(definitions.of(kind), application, decision, new ApprovedApplication(number, now, reviewer));
        }
        audit.record(AuditEvent.of("APPLICATION_" + decision.action().name())
                .on("application", number.value(), application.title())
                .change(
                        "status",
                        ReviewStatus.PENDING.label(),
                        application.status().label()));
    }

    /** The reviewer's own decision once more, by a double click or a reload: it is saved already. */
    private static boolean isSentAgain(
            Application application, Decision decision, TimelineEntry last, CurrentUser reviewer) {
        return application.wasDecidedBy(reviewer.operatorId())
                && last.round() == application.round()
                && last.action() == decision.action()
                && last.reasons().equals(decision.reasons())
                && last.opinion().equals(decision.opinion())
                && last.internalRemark().equals(decision.internalRemark());
    }

    private <D> void approve(
            ApplicationDefinition<?, D> definition,
            Application application,
            Decision decision,
            ApprovedApplication approved) {
        D details = rounds.details(application.number(), application.round(), definition.detailsType());
        definition.policy().obstacle(details).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        if (decision.internalRemark().isBlank()) {
            definition.policy().doubt(details).ifPresent(doubt -> {
                throw new Refusal(doubt);
            });
        }
        definition.policy().approved(approved, details);
    }

    public void tell(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        Application application = lock(kind, number, reviewer);
        Instant now = clock.instant();
        application.tell(now);
        timeline.add(
                application,
                ReviewAction.TELL,
                application.status(),
                Timeline.Actor.of(reviewer),
                Timeline.Opinion.NONE,
                now);
        audit.record(AuditEvent.of("APPLICATION_TELL").on("application", number.value(), application.title()));
    }

    /**
     * Replaces the 回执码; what browsers opened with the old one ends.
     *
     * @param hash of the new code, made before the row is locked
     */
    public void replaceCode(ApplicationKind kind, ApplicationNumber number, String hash, CurrentUser reviewer) {
        Application application = lock(kind, number, reviewer);
        application.replaceCode(hash);
        codes.forget(number);
        drafts.endOpenedByCode(number);
        timeline.add(
                application,
                ReviewAction.REISSUE_CODE,
                application.status(),
                Timeline.Actor.of(reviewer),
                Timeline.Opinion.NONE,
                clock.instant());
        audit.record(AuditEvent.of("APPLICATION_REISSUE_CODE").on("application", number.value(), application.title()));
    }

    private Application lock(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        DistrictId district = reviewer.districtIfAny().orElseThrow(() -> new NotFound("application " + number));
        return applications
                .lockOfDistrict(number, kind, district)
                .orElseThrow(() -> new NotFound("application " + number));
    }
}
