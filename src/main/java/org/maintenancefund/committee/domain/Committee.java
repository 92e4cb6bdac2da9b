package org.maintenancefund.committee.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.review.ApprovedApplication;

/** 业委会. Comes into being by an approved registration. */
@Entity
@Table(name = "committee")
public class Committee {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CommitteeId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private AreaId area;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private DistrictId district;

    private String name;
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private CommitteeAttribute attribute;

    private @Nullable Integer termNumber;
    private @Nullable LocalDate termStart;
    private @Nullable LocalDate termEnd;
    private @Nullable String filingNumber;
    private String officeAddress;
    private String contactName;
    private String contactMobile;

    @Enumerated(EnumType.STRING)
    private CommitteeStatus status;

    private String registeredBy;
    private Instant registeredAt;

    @ElementCollection
    @CollectionTable(name = "committee_proposed_operator", joinColumns = @JoinColumn(name = "committee_id"))
    @OrderColumn(name = "position")
    private List<Person> proposedOperators = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    protected Committee() {}

    /** The committee that an approved registration makes, in office at once. */
    static Committee registered(ApprovedApplication application, CommitteeDetails details, DistrictId district) {
        Committee committee = new Committee();
        committee.id = CommitteeId.next();
        committee.area = details.area();
        committee.district = district;
        committee.name = details.name();
        committee.nameKey = CommitteeName.key(details.name());
        committee.attribute = details.attribute();
        committee.termNumber = details.termNumber();
        committee.termStart = details.termStart();
        committee.termEnd = details.termEnd();
        committee.filingNumber = details.filingNumber();
        committee.officeAddress = details.officeAddress();
        committee.contactName = details.contactName();
        committee.contactMobile = details.contactMobile();
        committee.status = CommitteeStatus.IN_OFFICE;
        committee.registeredBy = application.number().value();
        committee.registeredAt = application.approvedAt();
        committee.proposedOperators.addAll(details.operators());
        return committee;
    }

    /** What of it can change, as it is. */
    public CommitteeState state() {
        return new CommitteeState(
                attribute,
                name,
                termNumber,
                termStart,
                termEnd,
                filingNumber,
                officeAddress,
                contactName,
                contactMobile);
    }

    /** An approved change: the same record, whatever it is called now. A new term brings it back into office. */
    void change(CommitteeState to) {
        attribute = to.attribute();
        name = to.name();
        nameKey = CommitteeName.key(to.name());
        termNumber = to.termNumber();
        termStart = to.termStart();
        termEnd = to.termEnd();
        filingNumber = to.filingNumber();
        officeAddress = to.officeAddress();
        contactName = to.contactName();
        contactMobile = to.contactMobile();
        status = CommitteeStatus.IN_OFFICE;
    }

    /** Goes along where its area went into another one, or came back. */
    void moveTo(AreaId other) {
        area = other;
    }

    /** When it was approved. */
    Instant registeredAt() {
        return registeredAt;
    }

    public CommitteeView view() {
        Term term = termNumber == null || termStart == null || termEnd == null
                ? null
                : new Term(termNumber, termStart, termEnd);
        return new CommitteeView(
                id,
                name,
                attribute,
                status,
                area,
                district,
                term,
                filingNumber,
                officeAddress,
                contactName,
                MobileNumber.parse(contactMobile).value());
    }

    public CommitteeId id() {
        return id;
    }

    /** 受理编号 of the registration it comes from. */
    public String registeredBy() {
        return registeredBy;
    }

    public List<Person> proposedOperators() {
        return List.copyOf(proposedOperators);
    }
}
