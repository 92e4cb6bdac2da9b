package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationProperties;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.Submission;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of a submission. */
@Component
public class SubmissionService {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final Numbers numbers;
    private final Rounds rounds;
    private final Timeline timeline;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final ApplicationProperties limits;
    private final AdvisoryLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubmissionService(
            ApplicationDefinitions definitions,
            ApplicationRepository applications,
            Numbers numbers,
            Rounds rounds,
            Timeline timeline,
            WorkingDays workingDays,
            AuditTrail audit,
            ApplicationProperties limits,
            AdvisoryLocks locks,
            JdbcClient jdbc,
            Clock clock) {
        this.definitions = definitions;
        this.applications = applications;
        this.numbers = numbers;
        this.rounds = rounds;
        this.timeline = timeline;
        this.workingDays = workingDays;
        this.audit = audit;
        this.limits = limits;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Reason alreadyPending(ApplicationKind kind) {
        return kind.alreadyPending();
    }

    /** A 回执码 and its hash, made before anything is locked. */
    public record NewCode(OneTimeCode code, String hash) {}

    @Transactional(readOnly = true)
    public <D> Optional<Reason> obstacle(Draft<?> draft, D details) {
        ApplicationDefinition<?, D> definition = definitionFor(draft.kind(), details);
        ApplicationSummary summary = definition.policy().summarise(details);
        return definition
                .policy()
                .obstacle(details)
                .or(() -> anotherPending(draft.kind(), summary, draft.revises().orElse(null)));
    }

    @Transactional(readOnly = true)
    public Optional<Reason> ended(Draft<?> draft) {
        return draft.revises()
                .flatMap(applications::findById)
                .flatMap(application -> ended(application, kept(draft, "")));
    }

    @Transactional
    public <D> Submission submit(Draft<?> draft, D details, @Nullable CurrentUser user, @Nullable NewCode newCode) {
        locks.lockShared(Purpose.AREAS);
        // The application before the draft, as everywhere, so that no two wait for each other.
        Optional<Application> revised = draft.revises().map(this::lock);
        Kept kept = kept(draft, " FOR UPDATE");
        if (kept.submission().isPresent()) {
            return kept.submission().get();
        }
        ApplicationDefinition<?, D> definition = definitionFor(draft.kind(), details);
        ApplicationSummary summary = definition.policy().summarise(details);
        revised.flatMap(application -> ended(application, kept))
                .or(() -> definition.policy().obstacle(details))
                .or(() -> anotherPending(draft.kind(), summary, draft.revises().orElse(null)))
                .ifPresent(reason -> {
                    throw new Refusal(reason);
                });
        Instant now = clock.instant();
        OperatorId enteredBy = user == null ? null : user.operatorId();
        Application application = revised.isPresent()
                ? next(revised.get(), summary, draft, user, now)
                : first(definition, details, summary, newCode, user, now);
        List<Rounds.FileRef> files = draft.files().stream()
                .map(file -> new Rounds.FileRef(file.slot(), file.file().id()))
                .toList();
        rounds.write(application.number(), application.round(), details, files, enteredBy, now);
        audit.record(AuditEvent.of(application.round() == 1 ? "APPLICATION_SUBMITTED" : "APPLICATION_RESUBMITTED")
                .on("application", application.number().value(), application.title()));
        return new Submission(
                application.number(),
                giveReceipt(draft, application.number(), newCode == null ? null : newCode.code(), now));
    }

    private <D> Application first(
            ApplicationDefinition<?, D> definition,
            D details,
            ApplicationSummary summary,
            @Nullable NewCode newCode,
            @Nullable CurrentUser user,
            Instant now) {
        ApplicationKind kind = definition.kind();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Application application = Application.submitted(
                numbers.next(kind, today),
                kind,
                summary,
                applicant(definition, details, user),
                user == null ? null : user.operatorId(),
                newCode == null ? null : newCode.hash(),
                now,
                due(now));
        applications.saveAndFlush(application);
        timeline.add(application, ReviewAction.SUBMIT, null, actor(kind, summary, user), Timeline.Opinion.NONE, now);
        return application;
    }

    private static <D> @Nullable OrgRef applicant(
            ApplicationDefinition<?, D> definition, D details, @Nullable CurrentUser user) {
        if (user == null || definition.kind().byReceipt()) {
            return null;
        }
        return definition.policy().applicant(details).orElse(user.role().isStaff() ? null : user.organisation());
    }

    private Application next(
            Application application,
            ApplicationSummary summary,
            Draft<?> draft,
            @Nullable CurrentUser user,
            Instant now) {
        if (draft.owner().signedIn() && (user == null || !application.isRevisableBy(user))) {
            throw new NotFound("application " + application.number());
        }
        ReviewStatus from = application.status();
        application.resubmit(summary, user == null ? null : user.operatorId(), now, due(now));
        applications.saveAndFlush(application);
        timeline.add(
                application,
                ReviewAction.RESUBMIT,
                from,
                actor(application.kind(), summary, user),
                Timeline.Opinion.NONE,
                now);
        return application;
    }

    private Application lock(ApplicationNumber number) {
        return applications.lock(number).orElseThrow(() -> new NotFound("application " + number));
    }

    /**
     * A draft as the database keeps it.
     *
     * @param revisedRound the round that it revises; 0 for a new application
     */
    private record Kept(int revisedRound, Optional<Submission> submission) {}

    /** Locks the draft where told to, so that a double click goes one after the other. */
    private Kept kept(Draft<?> draft, String lock) {
        return jdbc.sql(
                        "SELECT coalesce(round, 0), submitted_number, receipt_token FROM application_draft WHERE id = :id"
                                + " AND owner = :owner AND coalesce(number, '') = :number" + lock)
                .param("id", draft.key())
                .param("owner", draft.owner().key())
                .param("number", draft.revises().map(ApplicationNumber::value).orElse(""))
                .query((found, i) -> new Kept(
                        found.getInt(1),
                        found.getString(2) == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Submission(new ApplicationNumber(found.getString(2)), found.getString(3)))))
                .optional()
                .orElseThrow(() -> new NotFound("draft " + draft.key()));
    }

    /** A draft of a round that isn't the returned one any more must not overwrite what came later. */
    private static Optional<Reason> ended(Application application, Kept kept) {
        if (application.round() != kept.revisedRound()) {
            return Optional.of(Reason.of("application.refusal.resubmitted-elsewhere", application.number()));
        }
        return ReviewAction.RESUBMIT.isPossibleIn(application.status())
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "application.refusal.not-in-this-state",
                        ReviewAction.RESUBMIT.label(),
                        application.status().label()));
    }

    private String giveReceipt(Draft<?> draft, ApplicationNumber number, @Nullable OneTimeCode code, Instant now) {
        String token = Secrets.random();
        Instant expires =
                now.atZone(clock.getZone()).plus(limits.receiptLifetime()).toInstant();
        jdbc.sql("INSERT INTO application_receipt (token_hash, number, expires_at) VALUES (:hash, :number, :expires)")
                .param("hash", Secrets.hash(token))
                .param("number", number.value())
                .param("expires", Timestamp.from(expires))
                .update();
        jdbc.sql(
                        "UPDATE application_draft SET submitted_number = :number, receipt_token = :token, receipt_code = :code,"
                                + " changed_at = :now WHERE id = :id")
                .param("number", number.value())
                .param("token", token)
                .param("code", code == null ? null : code.value())
                .param("now", Timestamp.from(now))
                .param("id", draft.key())
                .update();
        return token;
    }

    private Optional<Reason> anotherPending(
            ApplicationKind kind, ApplicationSummary summary, @Nullable ApplicationNumber self) {
        boolean pending = jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM application WHERE kind = :kind AND subject_id = :subject"
                                + " AND status = 'PENDING' AND number <> :self)")
                .param("kind", kind.code())
                .param("subject", summary.subject())
                .param("self", self == null ? "" : self.value())
                .query(Boolean.class)
                .single();
        return pending ? Optional.of(kind.alreadyPending()) : Optional.empty();
    }

    private LocalDate due(Instant now) {
        return workingDays.due(now, limits.workingDays());
    }

    /** A stranger's application is the contact's, unless staff fill it in. */
    private static Timeline.Actor actor(ApplicationKind kind, ApplicationSummary summary, @Nullable CurrentUser user) {
        return user == null || (kind.byReceipt() && !user.role().isStaff())
                ? Timeline.Actor.applicant(summary.contactName())
                : Timeline.Actor.of(user);
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
