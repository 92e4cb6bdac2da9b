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
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionEffect;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.organisation.Organisations;

/** 业委会. Comes into being by an approved registration. */
@Entity
@Table(name = "committee")
public class Committee {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CommitteeId id;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private AreaId area;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private DistrictId district;

    /** What of it can change, as it is. */
    @Getter
    @Embedded
    private CommitteeState state;

    private String nameKey;
    private String sortKey;
    private String searchKey;

    @Enumerated(EnumType.STRING)
    private RecordState status;

    /** All its terms; read with the record, for several records by one question. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "committee_term", joinColumns = @JoinColumn(name = "committee_id"))
    @OrderBy("number")
    private List<Term> terms = new ArrayList<>();

    /** 受理编号 of the registration it comes from. */
    @Getter
    private String registeredBy;

    /** When that was approved. */
    private Instant registeredAt;

    @Embedded
    private @Nullable Dissolution dissolution;

    @ElementCollection
    @CollectionTable(name = "committee_dissolution_effect", joinColumns = @JoinColumn(name = "committee_id"))
    @OrderColumn(name = "position")
    private List<DissolutionEffect> dissolutionEffects = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    protected Committee() {}

    /** The committee that an approved registration makes. */
    static Committee registered(
            ApprovedApplication application, AreaId area, DistrictId district, CommitteeState state) {
        Committee committee = new Committee();
        committee.id = CommitteeId.next();
        committee.area = area;
        committee.district = district;
        committee.status = RecordState.REGISTERED;
        committee.registeredBy = application.number().value();
        committee.registeredAt = application.approvedAt();
        committee.change(state);
        return committee;
    }

    /** An approved change: the same record, whatever it is called now. A new term counts from its first day. */
    void change(CommitteeState to) {
        state = to;
        nameKey = Organisations.nameKey(to.name());
        sortKey = SortKey.of(to.name());
        searchKey = NameWriting.keyInLetters(nameKey);
        keepTerm();
    }

    /** The terms before stay; {@code ex_committee_term_no_overlap} stands behind the rule that they don't overlap. */
    private void keepTerm() {
        Term term = state.term();
        if (term != null) {
            terms.removeIf(other -> other.number() == term.number() && !other.equals(term));
            if (!terms.contains(term)) {
                terms.add(term);
            }
        }
    }

    /** 注销: the record stays, the area is free for another one. */
    void dissolve(Dissolution approved, List<DissolutionEffect> effects) {
        if (isDissolved()) {
            throw Refusal.because("committee.dissolution.gone");
        }
        status = RecordState.DISSOLVED;
        dissolution = approved;
        dissolutionEffects.addAll(effects);
    }

    /** Goes along where its area went into another one, or came back. */
    void moveTo(AreaId other) {
        area = other;
    }

    /** As others read it on that day. */
    public CommitteeView view(LocalDate day) {
        return CommitteeView.of(id, area, district, state, terms, isDissolved(), day);
    }

    public String name() {
        return state.name();
    }

    boolean isDissolved() {
        return status == RecordState.DISSOLVED;
    }
}
