package org.maintenancefund.application.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.Getter;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationDecided;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationLapsed;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubmitted;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An application of any kind, with the verbs of its life. Each verb checks itself against {@link ReviewAction}; there is no
 * other way to a state. What others may want to hear of is published when it is saved.
 */
@Entity
@Table(name = "application")
public class Application extends AbstractAggregateRoot<Application> {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private ApplicationNumber number;

    @Getter
    private ApplicationKind kind;

    @Getter
    @Enumerated(EnumType.STRING)
    private ReviewStatus status;

    @Getter
    private int round;

    /** What is put in its subject's place when areas are merged changes nothing that a reviewer has to look at again. */
    @Getter
    @Embedded
    @OptimisticLock(excluded = true)
    private ApplicationSummary summary;

    private String searchKey;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "applicant_type"))
    @AttributeOverride(name = "id", column = @Column(name = "applicant_id"))
    private @Nullable OrgRef applicant;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "entered_by"))
    private @Nullable OperatorId enteredBy;

    @Getter
    private Instant firstSubmittedAt;

    @Getter
    private Instant submittedAt;

    @Getter
    private LocalDate dueOn;

    private @Nullable Instant decidedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by"))
    private @Nullable OperatorId decidedBy;

    private @Nullable Instant notifiedAt;
    private @Nullable Instant closedAt;
    private @Nullable String codeHash;
    /** When its state changed last. */
    @Getter
    private Instant changedAt;

    @Version
    private @Nullable Integer version;

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("key.round")
    private List<ApplicationRound> rounds = new ArrayList<>();

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ApplicationEntry> entries = new ArrayList<>();

    protected Application() {}

    /** A first submission: 待审核, round 1. */
    public static Application submitted(
            ApplicationNumber number,
            ApplicationKind kind,
            ApplicationSummary summary,
            @Nullable OrgRef applicant,
            @Nullable OperatorId enteredBy,
            @Nullable String codeHash,
            Instant now,
            LocalDate dueOn) {
        Application application = new Application();
        application.number = number;
        application.kind = kind;
        application.applicant = applicant;
        application.enteredBy = enteredBy;
        application.codeHash = codeHash;
        application.firstSubmittedAt = now;
        application.round = 0;
        application.enter(ReviewAction.SUBMIT, now);
        application.startRound(summary, now, dueOn);
        return application;
    }

    /**
     * The next round of a returned application, under the same number.
     *
     * @param by who enters it under an account; null for who holds the 回执码
     */
    public void resubmit(ApplicationSummary summary, @Nullable OperatorId by, Instant now, LocalDate dueOn) {
        enter(ReviewAction.RESUBMIT, now);
        enteredBy = by;
        startRound(summary, now, dueOn);
        decidedAt = null;
        decidedBy = null;
        notifiedAt = null;
    }

    /** One of the three decisions. Refuses the person who entered this round. */
    public void decide(ReviewAction decision, OperatorId by, Instant now) {
        if (!decision.isDecision()) {
            throw new IllegalArgumentException("not a decision: " + decision);
        }
        if (!mayBeDecidedBy(by)) {
            throw Refusal.because("application.refusal.own-entry");
        }
        enter(decision, now);
        decidedAt = now;
        decidedBy = by;
        notifiedAt = null;
        registerEvent(new ApplicationDecided(number, kind, round, decision, applicant, now));
    }

    /**
     * Whether that person may withdraw and revise it: the organisation whose it is, and of the district in charge who entered
     * this round from paper. What strangers apply for is revised with its 回执码 alone.
     */
    public boolean isRevisableBy(CurrentUser user) {
        boolean own = user.organisation().equals(applicant);
        boolean enteredIt = !kind.byReceipt()
                && user.operatorId().equals(enteredBy)
                && user.is(Role.DISTRICT_STAFF)
                && summary.district().equals(user.district());
        return own || enteredIt;
    }

    /** Never by the person who entered this round, whoever entered the earlier ones: a colleague decides. */
    boolean mayBeDecidedBy(OperatorId reviewer) {
        return !reviewer.equals(enteredBy);
    }

    public boolean wasDecidedBy(OperatorId reviewer) {
        return reviewer.equals(decidedBy);
    }

    public void withdraw(Instant now) {
        enter(ReviewAction.WITHDRAW, now);
    }

    /** Returned and untouched for too long. */
    void lapse(Instant now) {
        enter(ReviewAction.LAPSE, now);
        registerEvent(new ApplicationLapsed(number, kind, applicant, now));
    }

    /** The contact was told the decision; telling twice only leaves a second timeline entry. */
    public void notified(Instant now) {
        require(ReviewAction.NOTIFY);
        if (notifiedAt == null) {
            notifiedAt = now;
        }
    }

    public void replaceCode(String hash) {
        require(ReviewAction.REISSUE_CODE);
        codeHash = hash;
    }

    /** Keeps what was submitted in the round that has just begun. */
    public void keepRound(String details, List<ApplicationRound.File> files, @Nullable OperatorId by, Instant now) {
        rounds.add(new ApplicationRound(this, details, files, by, now));
    }

    /** Adds to 办理记录. */
    public void note(
            ReviewAction action,
            @Nullable ReviewStatus from,
            ApplicationEntry.Actor actor,
            ApplicationEntry.Opinion opinion,
            Instant now) {
        entries.add(new ApplicationEntry(this, action, from, actor, opinion, now));
    }

    private void startRound(ApplicationSummary submitted, Instant now, LocalDate due) {
        round++;
        submittedAt = now;
        dueOn = due;
        summary = submitted;
        searchKey = ChineseText.fold(number + " " + summary.title() + " " + summary.contactName());
        registerEvent(new ApplicationSubmitted(number, kind, round, applicant, now));
    }

    private void enter(ReviewAction action, Instant now) {
        require(action);
        status = action.target().orElseThrow();
        changedAt = now;
        closedAt = status.isFinal() ? now : null;
    }

    private void require(ReviewAction action) {
        if (!action.isPossibleIn(status)) {
            throw Refusal.because("application.refusal.not-in-this-state", action.label(), status.label());
        }
    }

    public ApplicationRound round(int wanted) {
        return rounds.get(wanted - 1);
    }

    /** 办理记录, newest first. */
    public List<TimelineEntry> timeline() {
        List<TimelineEntry> shown = new ArrayList<>();
        entries.forEach(entry -> shown.add(0, entry.shown()));
        return shown;
    }

    /** Puts another subject in the place of its own, for who keeps the subjects. */
    public void moveTo(UUID subject) {
        summary = summary.about(subject);
    }

    public Optional<Instant> notifiedAt() {
        return Optional.ofNullable(notifiedAt);
    }

    public Optional<String> codeHash() {
        return Optional.ofNullable(codeHash);
    }

    public int version() {
        return version == null ? 0 : version;
    }
}
