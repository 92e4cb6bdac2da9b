package org.maintenancefund.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.domain.Application;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ApplicationEntry;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.application.domain.ApplicationRound;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.Holidays;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.web.ConstraintMessages;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what was filled in and checked: a first submission or the next round of a returned application. */
@Service
@RequiredArgsConstructor
public class Submissions {

    private static final String ONE_PENDING = "uq_application_one_pending_per_subject";

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final RunningNumbers numbers;
    private final Receipts receipts;
    private final JsonMapper json;
    private final Holidays holidays;
    private final AuditTrail audit;
    private final ApplicationLimits limits;
    private final AdvisoryLocks locks;
    private final TransactionOperations transactions;
    private final Clock clock;

    /**
     * Submits. Sent again (a double click, a reload), it answers with the first receipt and makes nothing new. Other systems
     * are asked and the 回执码 is hashed before anything is locked.
     *
     * @param details the round's details, made of the draft's form
     * @throws Refusal where the kind's rules, another pending application, or a later round stand against it
     */
    public <D> Submission submit(Draft<?> draft, D details, @Nullable CurrentUser user) {
        ApplicationDefinition<?, D> definition = definitionFor(draft.kind(), details);
        definition.policy().consult(details);
        OneTimeCode code = OneTimeCode.generate();
        boolean needsCode = draft.kind().byReceipt() && draft.revises().isEmpty();
        String codeHash = needsCode ? receipts.hash(code) : null;
        try {
            return Objects.requireNonNull(
                    transactions.execute(status -> submit(definition, draft, details, user, code, codeHash)));
        } catch (DataIntegrityViolationException violated) {
            if (ConstraintMessages.constraintName(violated)
                    .filter(ONE_PENDING::equals)
                    .isPresent()) {
                throw new Refusal(draft.kind().alreadyPending());
            }
            throw violated;
        }
    }

    /** Why the draft can't be submitted whatever it says: the application that it revises has gone on meanwhile. */
    @Transactional(readOnly = true)
    public Optional<Reason> ended(Draft<?> draft) {
        return draft.revises()
                .flatMap(applications::findById)
                .flatMap(application -> ended(application, receipts.kept(draft)));
    }

    /** Why it could not be submitted as things stand now; asked before the check page, so that nobody learns it last. */
    public <D> Optional<Reason> obstacle(Draft<?> draft, D details) {
        ApplicationDefinition<?, D> definition = definitionFor(draft.kind(), details);
        definition.policy().consult(details);
        return Objects.requireNonNull(transactions.execute(
                status -> obstacle(definition, definition.policy().summarise(details), draft, details)));
    }

    /** 提交前预审: what the applicant should look at once more; nothing of it stands in the way. */
    @Transactional(readOnly = true)
    public <D> List<PreCheck> foresee(Draft<?> draft, D details) {
        return definitionFor(draft.kind(), details).policy().foresee(draft, details);
    }

    private <D> Submission submit(
            ApplicationDefinition<?, D> definition,
            Draft<?> draft,
            D details,
            @Nullable CurrentUser user,
            OneTimeCode code,
            @Nullable String codeHash) {
        locks.lockShared(Purpose.AREAS);
        // The application before the draft, as everywhere, so that no two wait for each other.
        Optional<Application> revised = draft.revises().map(this::lock);
        Receipts.Kept kept = receipts.lock(draft);
        if (kept.submission().isPresent()) {
            return kept.submission().get();
        }
        ApplicationSummary summary = definition.policy().summarise(details);
        revised.flatMap(application -> ended(application, kept))
                .or(() -> obstacle(definition, summary, draft, details))
                .ifPresent(reason -> {
                    throw new Refusal(reason);
                });
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        int days = limits.workingDays();
        ApplicationRound.Submitted submitted = new ApplicationRound.Submitted(
                summary,
                json.writeValueAsString(details),
                draft.files().stream()
                        .map(file -> new ApplicationRound.File(
                                file.slot(), file.file().id().value()))
                        .toList(),
                user == null ? null : user.operatorId(),
                actor(draft.kind(), summary, user),
                now,
                days,
                holidays.stored().due(today, days));
        if (revised.isPresent()) {
            if (draft.owner().signedIn() && (user == null || !revised.get().isRevisableBy(user))) {
                throw new NotFound("application " + revised.get().number());
            }
            revised.get().resubmit(submitted);
        }
        Application application = applications.saveAndFlush(revised.orElseGet(() -> Application.submitted(
                numbers.next(draft.kind(), today),
                draft.kind(),
                applicant(definition, details, user),
                codeHash,
                submitted)));
        audit.record(AuditEvent.of(application.round() == 1 ? "APPLICATION_SUBMITTED" : "APPLICATION_RESUBMITTED")
                .on("application", application.number().value(), summary.title()));
        return new Submission(
                application.number(), receipts.give(draft, application.number(), codeHash == null ? null : code, now));
    }

    private static <D> @Nullable OrgRef applicant(
            ApplicationDefinition<?, D> definition, D details, @Nullable CurrentUser user) {
        if (user == null || definition.kind().byReceipt()) {
            return null;
        }
        return definition.policy().applicant(details).orElse(user.role().isStaff() ? null : user.organisation());
    }

    private Application lock(ApplicationNumber number) {
        return applications.lock(number).orElseThrow(() -> new NotFound("application " + number));
    }

    /** A draft of a round that isn't the returned one any more must not overwrite what came later. */
    private static Optional<Reason> ended(Application application, Receipts.Kept kept) {
        if (application.round() != kept.revisedRound()) {
            return Optional.of(Reason.of("application.refusal.resubmitted-elsewhere", application.number()));
        }
        return ReviewAction.RESUBMIT.refusalIn(application.status());
    }

    private <D> Optional<Reason> obstacle(
            ApplicationDefinition<?, D> definition, ApplicationSummary summary, Draft<?> draft, D details) {
        return definition
                .policy()
                .obstacle(details)
                .or(() -> applications
                                .findPendingSubjects(
                                        draft.kind(),
                                        List.of(summary.subject()),
                                        draft.revises().orElse(null))
                                .isEmpty()
                        ? Optional.empty()
                        : Optional.of(draft.kind().alreadyPending()));
    }

    /** A stranger's application is the contact's, unless staff fill it in. */
    private static ApplicationEntry.Actor actor(
            ApplicationKind kind, ApplicationSummary summary, @Nullable CurrentUser user) {
        return user == null || (kind.byReceipt() && !user.role().isStaff())
                ? ApplicationEntry.Actor.applicant(summary.contactName())
                : ApplicationEntry.Actor.of(user);
    }

    @SuppressWarnings("unchecked")
    private <D> ApplicationDefinition<?, D> definitionFor(ApplicationKind kind, D details) {
        ApplicationDefinition<?, ?> definition = definitions.of(kind);
        if (!definition.detailsType().isInstance(details)) {
            throw new IllegalArgumentException("details of another kind: " + details.getClass());
        }
        return (ApplicationDefinition<?, D>) definition;
    }
}
