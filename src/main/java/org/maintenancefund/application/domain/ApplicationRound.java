package org.maintenancefund.application.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.SystemCheck;

/**
 * What was submitted in a round: details as JSON, the scans, and what its decision stood on (系统比对 as it was then, the paper
 * documents that had come) and what it marked to be mended. Written once, never changed.
 */
@Entity
@Table(name = "application_round")
public class ApplicationRound {

    /** The round of that application. */
    @Embeddable
    record Key(String number, int round) implements Serializable {}

    /** A scan by its identifier. */
    @Embeddable
    public record File(String slot, UUID attachmentId) {}

    /**
     * What is submitted in a round.
     *
     * @param details     as JSON
     * @param enteredBy   who enters it under an account; null for who holds the 回执码
     * @param workingDays in which it is to be decided
     */
    public record Submitted(
            ApplicationSummary summary,
            String details,
            List<File> files,
            @Nullable OperatorId enteredBy,
            ApplicationEntry.Actor actor,
            Instant at,
            int workingDays,
            LocalDate dueOn) {}

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "number", insertable = false, updatable = false)
    private Application application;

    @JdbcTypeCode(SqlTypes.JSON)
    private String details;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "entered_by"))
    private @Nullable OperatorId enteredBy;

    private Instant submittedAt;

    /** In which it is to be decided: the application keeps the latest round's alone, figures look at earlier ones. */
    private int workingDays;

    @ElementCollection
    @CollectionTable(
            name = "application_file",
            joinColumns = {
                @JoinColumn(name = "number", referencedColumnName = "number"),
                @JoinColumn(name = "round", referencedColumnName = "round")
            })
    @OrderColumn(name = "position")
    private List<File> files = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "application_check",
            joinColumns = {
                @JoinColumn(name = "number", referencedColumnName = "number"),
                @JoinColumn(name = "round", referencedColumnName = "round")
            })
    @OrderColumn(name = "position")
    private List<SystemCheck> checks = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "application_paper",
            joinColumns = {
                @JoinColumn(name = "number", referencedColumnName = "number"),
                @JoinColumn(name = "round", referencedColumnName = "round")
            })
    @OrderColumn(name = "position")
    private List<PaperReceipt> papers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "application_mark",
            joinColumns = {
                @JoinColumn(name = "number", referencedColumnName = "number"),
                @JoinColumn(name = "round", referencedColumnName = "round")
            })
    @OrderColumn(name = "position")
    private List<Mark> marks = new ArrayList<>();

    protected ApplicationRound() {}

    ApplicationRound(Application application, Submitted submitted) {
        this.key = new Key(application.number().value(), application.round());
        this.application = application;
        this.details = submitted.details();
        this.files.addAll(submitted.files());
        this.enteredBy = submitted.enteredBy();
        this.submittedAt = submitted.at();
        this.workingDays = submitted.workingDays();
    }

    void decidedOn(List<SystemCheck> found, Decision decision) {
        checks.addAll(found);
        papers.addAll(decision.papers());
        marks.addAll(decision.marks());
    }
}
