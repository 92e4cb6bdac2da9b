package org.maintenancefund.association.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.office.OfficeId;

/** The right of an enterprise or one of its offices to manage an area (关联). Comes into being by an approved application. */
@Entity
@Table(name = "association")
public class Association {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AssociationId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private AreaId area;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "committee_id"))
    private CommitteeId committee;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "enterprise_id"))
    private EnterpriseId enterprise;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "office_id"))
    private @Nullable OfficeId office;

    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "contract_starts_on"))
    @AttributeOverride(name = "end", column = @Column(name = "contract_ends_on"))
    private DateRange contract;

    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    private @Nullable Instant endedAt;
    private String approvedBy;
    private Instant approvedAt;

    @Version
    private @Nullable Integer version;

    protected Association() {}

    /**
     * The right that an approved application gives.
     *
     * @param from first day of the right, within the contract
     */
    static Association begun(NewAssociation wanted, LocalDate from) {
        if (!wanted.contract().contains(from)) {
            throw new IllegalArgumentException("a right can't begin outside of its contract: " + from);
        }
        Association association = new Association();
        association.id = AssociationId.next();
        association.area = wanted.area();
        association.committee = wanted.committee();
        association.enterprise = wanted.enterprise();
        association.office = wanted.office();
        association.contract = wanted.contract();
        association.effectiveFrom = from;
        association.effectiveTo = wanted.contract().end();
        association.approvedBy = wanted.approvedBy().value();
        association.approvedAt = wanted.approvedAt();
        return association;
    }

    /** Ends the right the day before {@code day}; one that would begin later never begins. */
    void endBefore(LocalDate day, EndReason reason, Instant now) {
        LocalDate last = day.minusDays(1);
        if (!effectiveTo.isAfter(last)) {
            return;
        }
        LocalDate beforeItBegan = effectiveFrom.minusDays(1);
        effectiveTo = last.isBefore(beforeItBegan) ? beforeItBegan : last;
        endReason = reason;
        endedAt = now;
    }

    public AssociationView view() {
        return new AssociationView(
                id, area, committee, enterprise, office, contract, effectiveFrom, effectiveTo, endReason);
    }
}
