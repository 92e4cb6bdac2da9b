package org.maintenancefund.billing.mandate;

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
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateEnd;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.office.OfficeId;

/** The mandate of a company or one of its offices to collect the fund of an area. Comes into being by an approved application. */
@Entity
@Table(name = "collection_mandate")
public class CollectionMandate {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MandateId id;

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
    @AttributeOverride(name = "value", column = @Column(name = "association_id"))
    private AssociationId association;

    private LocalDate validFrom;
    private LocalDate validTo;
    private LocalDate grantedTo;

    @Enumerated(EnumType.STRING)
    private @Nullable MandateEnd endReason;

    /** The area that it was of before a merge. */
    private @Nullable UUID cameFrom;

    private @Nullable Instant endedAt;
    private @Nullable String revokedBecause;
    /** 受理编号 of the application it comes from. */
    private String approvedBy;

    private Instant approvedAt;

    @Version
    @Getter
    private @Nullable Integer version;

    protected CollectionMandate() {}

    /**
     * The mandate that an approved application gives to who manages the area.
     *
     * @param right the association, which has all the days
     */
    static CollectionMandate begun(
            ApprovedApplication application, AssociationView right, CommitteeId by, DateRange days) {
        if (days.start().isBefore(right.effectiveFrom()) || days.end().isAfter(right.effectiveTo())) {
            throw new IllegalArgumentException("a mandate has no day outside of the association: " + days);
        }
        CollectionMandate mandate = new CollectionMandate();
        mandate.id = MandateId.next();
        mandate.area = right.area();
        mandate.committee = by;
        mandate.enterprise = right.enterprise();
        mandate.office = right.office();
        mandate.association = right.id();
        mandate.validFrom = days.start();
        mandate.validTo = days.end();
        mandate.grantedTo = days.end();
        mandate.approvedBy = application.number().value();
        mandate.approvedAt = application.approvedAt();
        return mandate;
    }

    /** Leaves only these days to it, because a new one takes the others; {@code to} before {@code from}: it never begins. */
    void giveWay(LocalDate from, LocalDate to, Instant at) {
        validFrom = from;
        end(MandateEnd.REPLACED, to, at);
    }

    /** 撤销: the committee takes it back, so that this is its last day. */
    void revoke(LocalDate lastDay, String because, Instant at) {
        if (end(MandateEnd.REVOKED, lastDay, at)) {
            revokedBecause = because;
        }
    }

    /** Ends what lies outside of the days that its association has by now. */
    void keepWithin(AssociationView right, Instant at) {
        boolean nothingLeft = right.effectiveTo().isBefore(right.effectiveFrom())
                || right.effectiveTo().isBefore(validFrom)
                || right.effectiveFrom().isAfter(validTo);
        end(MandateEnd.ASSOCIATION_ENDED, nothingLeft ? validFrom.minusDays(1) : right.effectiveTo(), at);
        if (!nothingLeft && validFrom.isBefore(right.effectiveFrom())) {
            validFrom = right.effectiveFrom();
        }
    }

    /**
     * Ends it with that day; one that would begin later never begins. Answers false, and changes nothing, where it ends by then
     * anyway.
     */
    boolean end(MandateEnd reason, LocalDate lastDay, Instant at) {
        if (!validTo.isAfter(lastDay)) {
            return false;
        }
        LocalDate beforeItBegan = validFrom.minusDays(1);
        validTo = lastDay.isBefore(beforeItBegan) ? beforeItBegan : lastDay;
        endReason = reason;
        endedAt = at;
        revokedBecause = null;
        return true;
    }

    /** What a merge of areas changes, as it was before. Kept as JSON: a field may be added, never renamed. */
    record Snapshot(
            UUID id,
            UUID area,
            UUID association,
            LocalDate from,
            LocalDate to,
            LocalDate grantedTo,
            @Nullable MandateEnd endReason,
            @Nullable Instant endedAt,
            @Nullable String revokedBecause,
            @Nullable UUID cameFrom) {

        MandateId mandate() {
            return new MandateId(id);
        }
    }

    Snapshot snapshot() {
        return new Snapshot(
                id.value(),
                area.value(),
                association.value(),
                validFrom,
                validTo,
                grantedTo,
                endReason,
                endedAt,
                revokedBecause,
                cameFrom);
    }

    /**
     * Goes on at the area that its own went into, in place of all that have the same collector: to the last day of any of them. As
     * that one ends, so does this.
     *
     * @param right by which the collector manages that area
     * @param all   as they were before the merge, this one too
     * @param from  first day there
     */
    void goOnAt(AssociationView right, List<Snapshot> all, LocalDate from) {
        Snapshot last = all.stream().max(Comparator.comparing(Snapshot::to)).orElseThrow();
        cameFrom = area.equals(right.area()) ? cameFrom : area.value();
        area = right.area();
        association = right.id();
        validFrom = from;
        validTo = last.to();
        grantedTo = last.grantedTo();
        endReason = last.endReason();
        endedAt = last.endedAt();
        revokedBecause = last.revokedBecause();
    }

    /** 撤销合并. */
    void restore(Snapshot before) {
        area = new AreaId(before.area());
        cameFrom = before.cameFrom();
        association = new AssociationId(before.association());
        validFrom = before.from();
        validTo = before.to();
        grantedTo = before.grantedTo();
        endReason = before.endReason();
        endedAt = before.endedAt();
        revokedBecause = before.revokedBecause();
    }

    Mandate view() {
        return new Mandate(
                id, area, committee, enterprise, office, association, validFrom, validTo, grantedTo, endReason);
    }
}
