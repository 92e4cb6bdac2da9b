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
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApprovedApplication;
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
    /** 受理编号 of the application it comes from. */
    @Getter(AccessLevel.PACKAGE)
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
    static Association begun(ApprovedApplication application, AssociationDetails details, LocalDate from) {
        if (!details.contract().contains(from)) {
            throw new IllegalArgumentException("a right can't begin outside of its contract: " + from);
        }
        Association association = new Association();
        association.id = AssociationId.next();
        association.area = details.area();
        association.committee = details.committee();
        association.enterprise = details.enterprise();
        association.office = details.office();
        association.contract = details.contract();
        association.effectiveFrom = from;
        association.effectiveTo = details.contractEnd();
        association.approvedBy = application.number().value();
        association.approvedAt = application.approvedAt();
        return association;
    }

    /**
     * Leaves only these days of the right to it, because a new one takes the others; {@code to} before {@code from}: it never
     * begins.
     */
    void giveWay(LocalDate from, LocalDate to, Instant now) {
        if (to.isBefore(effectiveTo)) {
            endReason = EndReason.REPLACED;
            endedAt = now;
        }
        effectiveFrom = from;
        effectiveTo = to;
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

    /** What a merge of areas changes, as it was before. Kept as JSON: a field may be added, never renamed. */
    record Snapshot(
            UUID id,
            UUID area,
            LocalDate contractStart,
            LocalDate contractEnd,
            LocalDate from,
            LocalDate to,
            @Nullable EndReason endReason,
            @Nullable Instant endedAt) {

        AssociationId association() {
            return new AssociationId(id);
        }
    }

    Snapshot snapshot() {
        return new Snapshot(
                id.value(),
                area.value(),
                contract.start(),
                contract.end(),
                effectiveFrom,
                effectiveTo,
                endReason,
                endedAt);
    }

    /**
     * Goes on at the area that its own went into, over its period and those of others with the same company.
     *
     * @param from first day of the right there
     */
    void goOnAt(AreaId kept, List<AssociationView> others, LocalDate from) {
        area = kept;
        for (AssociationView other : others) {
            contract = DateRange.of(
                    earlier(contract.start(), other.contract().start()),
                    later(contract.end(), other.contract().end()));
        }
        effectiveFrom = from;
        effectiveTo = contract.end();
        endReason = null;
        endedAt = null;
    }

    /** 撤销合并. */
    void restore(Snapshot before) {
        area = new AreaId(before.area());
        contract = DateRange.of(before.contractStart(), before.contractEnd());
        effectiveFrom = before.from();
        effectiveTo = before.to();
        endReason = before.endReason();
        endedAt = before.endedAt();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public AssociationView view() {
        return new AssociationView(
                id, area, committee, enterprise, office, contract, effectiveFrom, effectiveTo, endReason);
    }
}
