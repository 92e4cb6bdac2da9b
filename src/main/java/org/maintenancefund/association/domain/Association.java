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
import java.util.Comparator;
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
    /** 受理编号 of the application that ended it; null where none did, or something else. */
    private @Nullable String endedBy;
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
    void giveWay(LocalDate from, LocalDate to, ApprovedApplication toWhom) {
        effectiveFrom = from;
        end(EndReason.REPLACED, to, toWhom);
    }

    /** Ends the right with that day by an application that was approved; see {@link #end(EndReason, LocalDate, Instant)}. */
    boolean end(EndReason reason, LocalDate lastDay, ApprovedApplication by) {
        boolean earlier = end(reason, lastDay, by.approvedAt());
        if (earlier) {
            endedBy = by.number().value();
        }
        return earlier;
    }

    /**
     * Ends the right with that day; one that would begin later never begins. Answers false, and changes nothing, where it ends by
     * then anyway.
     */
    boolean end(EndReason reason, LocalDate lastDay, Instant at) {
        if (!effectiveTo.isAfter(lastDay)) {
            return false;
        }
        LocalDate beforeItBegan = effectiveFrom.minusDays(1);
        effectiveTo = lastDay.isBefore(beforeItBegan) ? beforeItBegan : lastDay;
        endReason = reason;
        endedAt = at;
        endedBy = null;
        return true;
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
            @Nullable Instant endedAt,
            @Nullable String endedBy) {

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
                endedAt,
                endedBy);
    }

    /**
     * Goes on at the area that its own went into, in place of all that have the same company: over their contracts, and to the last
     * day of any of them. As that one ends, so does this.
     *
     * @param all  as they were before the merge, this one too
     * @param from first day of the right there
     */
    void goOnAt(AreaId kept, List<Snapshot> all, LocalDate from) {
        Snapshot last = all.stream().max(Comparator.comparing(Snapshot::to)).orElseThrow();
        LocalDate start = all.stream()
                .map(Snapshot::contractStart)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        area = kept;
        contract = DateRange.of(start, last.contractEnd());
        effectiveFrom = from;
        effectiveTo = last.to();
        endReason = last.endReason();
        endedAt = last.endedAt();
        endedBy = last.endedBy();
    }

    /** 撤销合并. */
    void restore(Snapshot before) {
        area = new AreaId(before.area());
        contract = DateRange.of(before.contractStart(), before.contractEnd());
        effectiveFrom = before.from();
        effectiveTo = before.to();
        endReason = before.endReason();
        endedAt = before.endedAt();
        endedBy = before.endedBy();
    }

    public AssociationView view() {
        return new AssociationView(
                id, area, committee, enterprise, office, contract, effectiveFrom, effectiveTo, endReason);
    }
}
