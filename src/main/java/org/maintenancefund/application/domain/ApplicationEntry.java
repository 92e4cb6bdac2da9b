package org.maintenancefund.application.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.Messages;

/** An entry of 办理记录: added, never changed. */
@Entity
@Table(name = "application_entry")
public class ApplicationEntry {

    /** Who acts, as the timeline names them. */
    public record Actor(@Nullable OperatorId id, String name, String organisation) {

        public static Actor of(CurrentUser user) {
            return new Actor(user.operatorId(), user.personName(), user.organisationName());
        }

        /** Someone not signed in who holds the 回执码, or a first-time applicant. */
        public static Actor applicant(String name) {
            return new Actor(null, name, Messages.of("application.actor.applicant"));
        }

        static Actor system() {
            return new Actor(null, Messages.of("application.actor.system"), Messages.of("application.actor.system"));
        }
    }

    /** What a decision says. */
    public record Opinion(List<String> reasons, String text, String internalRemark, int marks) {
        public static final Opinion NONE = new Opinion(List.of(), "", "", 0);

        /** Said without a decision. */
        static Opinion noted(String text, String internalRemark) {
            return new Opinion(List.of(), text, internalRemark, 0);
        }

        static Opinion of(Decision decision) {
            return new Opinion(
                    decision.reasons(),
                    decision.opinion(),
                    decision.internalRemark(),
                    decision.marks().size());
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "number")
    private Application application;

    private int round;

    @Enumerated(EnumType.STRING)
    private ReviewAction action;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private ReviewStatus toStatus;

    private Instant at;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "actor_id"))
    private @Nullable OperatorId actorId;

    private String actorName;
    private String actorOrganisation;
    private String[] reasons;
    private String opinion;
    private String internalRemark;
    private int marks;

    protected ApplicationEntry() {}

    ApplicationEntry(
            Application application,
            ReviewAction action,
            @Nullable ReviewStatus from,
            Actor actor,
            Opinion opinion,
            Instant at) {
        this.application = application;
        this.round = application.round();
        this.action = action;
        this.fromStatus = from;
        this.toStatus = application.status();
        this.at = at;
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.actorOrganisation = actor.organisation();
        this.reasons = opinion.reasons().toArray(String[]::new);
        this.opinion = opinion.text();
        this.internalRemark = opinion.internalRemark();
        this.marks = opinion.marks();
    }
}
