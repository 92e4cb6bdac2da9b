package org.maintenancefund.review.domain;

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
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.ApplicationSummary;
import org.maintenancefund.review.ApplicationType;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.ReviewAction;
import org.maintenancefund.review.ReviewProperties;
import org.maintenancefund.review.ReviewStatus;
import org.maintenancefund.review.SubjectHold;
import org.maintenancefund.review.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of a submission. */
@Component
public class SubmissionDesk {

    private final ApplicationTypes types;
    private final ApplicationRepository applications;
    private final Numbers numbers;
    private final Rounds rounds;
    private final Timeline timeline;
    private final ReceiptCodes codes;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final ReviewProperties limits;
    private final List<SubjectHold> holds;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubmissionDesk(
            ApplicationTypes types,
            ApplicationRepository applications,
            Numbers numbers,
            Rounds rounds,
            Timeline timeline,
            ReceiptCodes codes,
            WorkingDays workingDays,
            AuditTrail audit,
            ReviewProperties limits,
            List<SubjectHold> holds,
            JdbcClient jdbc,
            Clock clock) {
        this.types = types;
        this.applications = applications;
        this.numbers = numbers;
        this.rounds = rounds;
        this.timeline = timeline;
        this.codes = codes;
        this.workingDays = workingDays;
        this.audit = audit;
        this.limits = limits;
        this.holds = holds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Reason alreadyPending(ApplicationKind kind) {
        return types.of(kind).alreadyPending();
    }

    @Transactional(readOnly = true)
    public <D> Optional<Reason> obstacle(ApplicationKind kind, @Nullable ApplicationNumber mended, D details) {
        ApplicationType<D> type = typeFor(kind, details);
        ApplicationSummary summary = type.summarise(details);
        return type.obstacle(details).or(() -> anotherPending(type, summary, mended));
    }

    @Transactional
    public <D> Submission submit(Draft<?> draft, D details, @Nullable CurrentUser user) {
        holds.forEach(SubjectHold::hold);
        Optional<Submission> before = submittedBefore(draft);
        if (before.isPresent()) {
            return before.get();
        }
        ApplicationType<D> type = typeFor(draft.kind(), details);
        ApplicationSummary summary = type.summarise(details);
        type.obstacle(details)
                .or(() -> anotherPending(type, summary, draft.mended()))
                .ifPresent(reason -> {
                    throw new Refusal(reason);
                });
        Instant now = clock.instant();
        Optional<OneTimeCode> code =
                user == null && draft.mended() == null ? Optional.of(OneTimeCode.generate()) : Optional.empty();
        Application application = draft.mended() == null
                ? first(draft.kind(), summary, code, user, now)
                : next(draft.mended(), summary, user, now);
        List<Rounds.FileRef> files = draft.files().stream()
                .map(file -> new Rounds.FileRef(file.slot(), file.file().id()))
                .toList();
        rounds.write(application.number(), application.round(), details, files, now);
        audit.record(AuditEvent.of(application.round() == 1 ? "APPLICATION_SUBMITTED" : "APPLICATION_RESUBMITTED")
                .on("application", application.number().value(), application.title()));
        return new Submission(application.number(), giveReceipt(draft, application.number(), code, now));
    }

    private Application first(
            ApplicationKind kind,
            ApplicationSummary summary,
            Optional<OneTimeCode> code,
            @Nullable CurrentUser user,
            Instant now) {
        OrgRef applicant = user == null || user.role().isStaff() ? null : user.organisation();
        OperatorId enteredBy = user == null ? null : user.operatorId();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Application application = Application.submitted(
                numbers.next(kind, today),
                kind,
                summary,
                applicant,
                enteredBy,
                code.map(codes::hash).orElse(null),
                now,
                due(now));
        applications.saveAndFlush(application);
        timeline.add(application, ReviewAction.SUBMIT, null, actor(summary, user), Timeline.Opinion.NONE, now);
        return application;
    }

    private Application next(
            ApplicationNumber number, ApplicationSummary summary, @Nullable CurrentUser user, Instant now) {
        Application application = applications.lock(number).orElseThrow(() -> new NotFound("application " + number));
        ReviewStatus from = application.status();
        application.resubmit(summary, now, due(now));
        applications.saveAndFlush(application);
        timeline.add(application, ReviewAction.RESUBMIT, from, actor(summary, user), Timeline.Opinion.NONE, now);
        return application;
    }

    /** Locks the draft, so that a double click goes one after the other, and looks whether it was submitted already. */
    private Optional<Submission> submittedBefore(Draft<?> draft) {
        record Row(@Nullable String number, @Nullable String token) {}
        Row row = jdbc.sql("SELECT submitted_number, receipt_token FROM application_draft WHERE id = :id FOR UPDATE")
                .param("id", draft.id())
                .query((found, i) -> new Row(found.getString(1), found.getString(2)))
                .optional()
                .orElseThrow(() -> new NotFound("draft " + draft.id()));
        return row.number() == null || row.token() == null
                ? Optional.empty()
                : Optional.of(new Submission(new ApplicationNumber(row.number()), row.token()));
    }

    private String giveReceipt(Draft<?> draft, ApplicationNumber number, Optional<OneTimeCode> code, Instant now) {
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
                .param("code", code.map(OneTimeCode::value).orElse(null))
                .param("now", Timestamp.from(now))
                .param("id", draft.id())
                .update();
        return token;
    }

    private Optional<Reason> anotherPending(
            ApplicationType<?> type, ApplicationSummary summary, @Nullable ApplicationNumber self) {
        boolean pending = jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM application WHERE kind = :kind AND subject_id = :subject"
                                + " AND status = 'PENDING' AND number <> :self)")
                .param("kind", type.kind().name())
                .param("subject", summary.subject())
                .param("self", self == null ? "" : self.value())
                .query(Boolean.class)
                .single();
        return pending ? Optional.of(type.alreadyPending()) : Optional.empty();
    }

    private LocalDate due(Instant now) {
        return workingDays.due(now, limits.workingDays());
    }

    private static Timeline.Actor actor(ApplicationSummary summary, @Nullable CurrentUser user) {
        return user == null ? Timeline.Actor.applicant(summary.contactName()) : Timeline.Actor.of(user);
    }

    @SuppressWarnings("unchecked")
    private <D> ApplicationType<D> typeFor(ApplicationKind kind, D details) {
        ApplicationType<?> type = types.of(kind);
        if (!type.detailsType().isInstance(details)) {
            throw new IllegalArgumentException("details of another kind: " + details.getClass());
        }
        return (ApplicationType<D>) type;
    }
}
