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
import org.maintenancefund.application.ApplicationWithdrawn;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.IdentityCheck;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.domain.ApplicationEntry.Actor;
import org.maintenancefund.application.domain.ApplicationEntry.Opinion;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/**
 * An application of any kind, with the verbs of its life. Each verb checks itself against {@link ReviewAction}; there is no
 * other way to a state. What others may want to hear of is published when it is saved.
 */
@Entity
@Table(name = "application")
public class Application extends AbstractAggregateRoot<Application> implements Persistable<ApplicationNumber> {

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

    /** In which this round is to be decided, as people were told when it was submitted. */
    @Getter
    private int workingDays;

    /** Moves with the calendar, which leaves a reviewer's decision what it is. */
    @Getter
    @OptimisticLock(excluded = true)
    private LocalDate dueOn;

    /** The day before which the last round that was returned is to be mended, as people were told then. */
    @Getter
    private @Nullable LocalDate reviseBy;

    private @Nullable Instant decidedAt;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by"))
    private @Nullable OperatorId decidedBy;

    @Getter
    private @Nullable Instant notifiedAt;

    private @Nullable Instant closedAt;

    @Getter
    private @Nullable String codeHash;

    @Getter
    private Instant changedAt;

    @Getter
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
            @Nullable OrgRef applicant,
            @Nullable String codeHash,
            ApplicationRound.Submitted first) {
        Application application = new Application();
        application.number = number;
        application.kind = kind;
        application.applicant = applicant;
        application.codeHash = codeHash;
        application.firstSubmittedAt = first.at();
        application.startRound(ReviewAction.SUBMIT, first);
        return application;
    }

    /** The next round of a returned application, under the same number. */
    public void resubmit(ApplicationRound.Submitted next) {
        startRound(ReviewAction.RESUBMIT, next);
        decidedAt = null;
        decidedBy = null;
        notifiedAt = null;
    }

    /**
     * One of the three decisions, on what 系统比对 found. Refuses the person who entered this round.
     *
     * @param reviseUntil the day before which it is to be mended where it is returned
     */
    public void decide(
            Decision decision, List<SystemCheck> found, CurrentUser reviewer, Instant now, LocalDate reviseUntil) {
        if (!mayBeDecidedBy(reviewer.operatorId())) {
            throw Refusal.because("application.refusal.own-entry");
        }
        take(decision.action(), Actor.of(reviewer), Opinion.of(decision), now);
        rounds.get(round - 1).decidedOn(found, decision);
        decidedAt = now;
        decidedBy = reviewer.operatorId();
        reviseBy = status == ReviewStatus.RETURNED ? reviseUntil : reviseBy;
        registerEvent(new ApplicationDecided(number, kind, round, decision.action(), applicant, now));
    }

    /** By who applied, or who entered this round from paper and still may; strangers revise with the 回执码 alone. */
    public boolean isRevisableBy(CurrentUser user) {
        boolean enteredIt = !kind.byReceipt()
                && user.operatorId().equals(enteredBy)
                && user.is(Role.DISTRICT_STAFF)
                && summary.district().equals(user.district());
        return enteredIt || user.organisation().equals(applicant);
    }

    /** Never by the person who entered this round, whoever entered the earlier ones: a colleague decides. */
    boolean mayBeDecidedBy(OperatorId reviewer) {
        return !reviewer.equals(enteredBy);
    }

    public void withdraw(Actor actor, Instant now) {
        take(ReviewAction.WITHDRAW, actor, Opinion.NONE, now);
        registerEvent(new ApplicationWithdrawn(number, kind, applicant, now));
    }

    /** Returned and untouched for too long. */
    void lapse(Instant now) {
        take(ReviewAction.LAPSE, Actor.system(), Opinion.NONE, now);
        registerEvent(new ApplicationLapsed(number, kind, applicant, now));
    }

    /** Who applied ended meanwhile, which is told by {@code why}: no message of its own, the end is told as a whole. */
    public void close(String why, Instant now) {
        take(ReviewAction.CLOSE, Actor.system(), Opinion.noted(why, ""), now);
    }

    /** The contact was phoned; telling twice only leaves a second timeline entry. */
    void called(CallOutcome outcome, CurrentUser by, Instant now) {
        take(outcome.action(), Actor.of(by), Opinion.NONE, now);
        notifiedAt = notifiedAt == null && outcome == CallOutcome.REACHED ? now : notifiedAt;
    }

    public void receivePaper(String document, CurrentUser by, Instant now) {
        take(ReviewAction.RECEIVE_PAPER, Actor.of(by), Opinion.noted(document, ""), now);
    }

    public void replaceCode(String hash, IdentityCheck checked, CurrentUser by, Instant now) {
        take(ReviewAction.REISSUE_CODE, Actor.of(by), Opinion.noted("", checked.label()), now);
        codeHash = hash;
    }

    private void startRound(ReviewAction action, ApplicationRound.Submitted submitted) {
        round++;
        take(action, submitted.actor(), Opinion.NONE, submitted.at());
        summary = submitted.summary();
        searchKey = NameWriting.of(number + " " + summary.title() + " " + summary.contactName());
        enteredBy = submitted.enteredBy();
        submittedAt = submitted.at();
        workingDays = submitted.workingDays();
        dueOn = submitted.dueOn();
        rounds.add(new ApplicationRound(this, submitted));
        registerEvent(new ApplicationSubmitted(number, kind, round, applicant, decidedBy, submittedAt));
    }

    /** Every action leaves an entry in 办理记录; most lead to another state. */
    private void take(ReviewAction action, Actor actor, Opinion opinion, Instant now) {
        action.refusalIn(status).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        ReviewStatus from = status;
        action.target().ifPresent(to -> {
            status = to;
            changedAt = now;
            closedAt = to.isFinal() ? now : null;
        });
        entries.add(new ApplicationEntry(this, action, from, actor, opinion, now));
    }

    public void moveTo(UUID subject) {
        summary = summary.about(subject);
    }

    @Override
    public ApplicationNumber getId() {
        return number;
    }

    /** Saving persists and never merges: it is new or loaded in the same transaction, and brings its new children along. */
    @Override
    public boolean isNew() {
        return true;
    }
}
