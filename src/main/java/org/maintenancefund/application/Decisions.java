package org.maintenancefund.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.domain.Application;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.application.domain.ApplicationViews;
import org.maintenancefund.application.domain.FiledApplications;
import org.maintenancefund.application.domain.Markings;
import org.maintenancefund.application.domain.OwedPapers;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What a district does with an application: decide, note that the contact was told, replace a lost 回执码. */
@Service
@RequiredArgsConstructor
public class Decisions {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final FiledApplications filed;
    private final ApplicationViews views;
    private final ReviewService review;
    private final Markings markings;
    private final Receipts receipts;
    private final OwedPapers owed;
    private final AuditTrail audit;
    private final AdvisoryLocks locks;
    private final TransactionOperations transactions;
    private final ApplicationLimits limits;
    private final Clock clock;

    /**
     * Decides. What 系统比对 says is looked up before anything is locked, and kept with the round.
     *
     * @throws StaleDecision where the application is not as the reviewer saw it
     * @throws org.maintenancefund.kernel.Refusal where the reviewer entered it, a reason is missing, or an approval is not
     *     possible any more
     * @throws org.maintenancefund.kernel.NotFound where it is another district's
     */
    public void decide(ApplicationKind kind, ApplicationNumber number, Decision decision, CurrentUser reviewer) {
        if (decision.action() == ReviewAction.APPROVE) {
            review.consult(kind, number);
        }
        List<SystemCheck> checks = review.compare(kind, number, reviewer);
        transactions.executeWithoutResult(status -> decide(kind, number, decision, checks, reviewer));
    }

    /** A paper document came that the approval hadn't waited for; nothing where that was noted before. */
    @Transactional
    public void receivePaper(ApplicationKind kind, ApplicationNumber number, int position, CurrentUser reviewer) {
        Application application = lock(kind, number, reviewer);
        Instant now = clock.instant();
        owed.receive(number, position, reviewer, now).ifPresent(document -> {
            application.receivePaper(document, reviewer, now);
            applications.flush();
            audit.record(AuditEvent.of("APPLICATION_RECEIVE_PAPER")
                    .on("application", number.value(), application.summary().title())
                    .change("paper", "", document));
        });
    }

    /** A new 回执码 for a lost one, after a look at the person; the old one is void, and what browsers opened with it ends. */
    public OneTimeCode reissueCode(
            ApplicationKind kind, ApplicationNumber number, IdentityCheck checked, CurrentUser reviewer) {
        OneTimeCode code = OneTimeCode.generate();
        String hash = receipts.hash(code);
        transactions.executeWithoutResult(status -> replaceCode(kind, number, hash, checked, reviewer));
        return code;
    }

    private void replaceCode(
            ApplicationKind kind, ApplicationNumber number, String hash, IdentityCheck checked, CurrentUser reviewer) {
        Application application = lock(kind, number, reviewer);
        application.replaceCode(hash, checked, reviewer, clock.instant());
        applications.flush();
        receipts.endCode(number);
        audit.record(AuditEvent.of("APPLICATION_REISSUE_CODE")
                .on("application", number.value(), application.summary().title())
                .change("identity", "", checked.label()));
    }

    private void decide(
            ApplicationKind kind,
            ApplicationNumber number,
            Decision decision,
            List<SystemCheck> checks,
            CurrentUser reviewer) {
        if (decision.action() == ReviewAction.APPROVE
                && definitions.of(kind).policy().approvesAlone()) {
            locks.lock(Purpose.AREAS);
        } else {
            locks.lockShared(Purpose.AREAS);
        }
        Application application = lock(kind, number, reviewer);
        if (!Objects.equals(application.version(), decision.expectedVersion())
                || application.status() != ReviewStatus.PENDING) {
            // Who brought the application to where it stands: the newest entry that is a transition.
            TimelineEntry last = filed.get(number).timeline().stream()
                    .filter(entry -> entry.action().target().isPresent())
                    .findFirst()
                    .orElse(null);
            if (last != null && isSentAgain(application, decision, last, reviewer)) {
                return;
            }
            throw new StaleDecision(number, last);
        }
        if (decision.action() != ReviewAction.APPROVE && decision.isSilent()) {
            throw Refusal.because("application.refusal.no-reason");
        }
        if (decision.isTooEarly()) {
            throw Refusal.because("application.refusal.papers");
        }
        markings.require(decision, number);
        Instant now = clock.instant();
        application.decide(decision, checks, reviewer, now, limits.reviseBy(now, clock.getZone()));
        applications.saveAndFlush(application);
        if (decision.action() == ReviewAction.APPROVE) {
            owed.grant(number, decision.papers(), decision.waiver(), now);
            approve(definitions.of(kind), application, decision, new ApprovedApplication(number, now, reviewer));
        }
        audit.record(AuditEvent.of("APPLICATION_" + decision.action().name())
                .on("application", number.value(), application.summary().title())
                .change(
                        "status",
                        ReviewStatus.PENDING.label(),
                        application.status().label())
                .change("marks", "", Mark.words(decision.marks())));
    }

    /** The reviewer's own decision once more, by a double click or a reload: it is saved already. */
    private static boolean isSentAgain(
            Application application, Decision decision, TimelineEntry last, CurrentUser reviewer) {
        return reviewer.operatorId().equals(application.decidedBy())
                && last.round() == application.round()
                && last.action() == decision.action()
                && last.reasons().equals(decision.reasons())
                && last.opinion().equals(decision.opinion())
                && last.marks().equals(decision.marks())
                && last.internalRemark().equals(decision.internalRemark());
    }

    private <D> void approve(
            ApplicationDefinition<?, D> definition,
            Application application,
            Decision decision,
            ApprovedApplication approved) {
        D details = views.details(filed.get(application.number()), definition);
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

    private Application lock(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        DistrictId district = reviewer.districtIfAny().orElseThrow(() -> new NotFound("application " + number));
        return applications
                .lockOfDistrict(number, kind, district)
                .orElseThrow(() -> new NotFound("application " + number));
    }
}
