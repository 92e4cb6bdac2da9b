package org.maintenancefund.committee.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.committee.CommitteeId;

/** A version of a committee's record, entered with the approval that made it and never changed. */
@Entity
@Table(name = "committee_version")
public class CommitteeVersion {

    @EmbeddedId
    private Id id;

    @Embedded
    private CommitteeState state;

    private Instant validFrom;

    /** 受理编号 of the application it comes from. */
    private String application;

    private String approvedBy;

    protected CommitteeVersion() {}

    CommitteeVersion(CommitteeId committee, int number, CommitteeState state, ApprovedApplication application) {
        this.id = new Id(committee.value(), number);
        this.state = state;
        this.validFrom = application.approvedAt();
        this.application = application.number().value();
        this.approvedBy = approver(application);
    }

    /** Who approved it, as the history names them. */
    static String approver(ApprovedApplication application) {
        return application.approvedBy().personName() + "（"
                + application.approvedBy().organisationName() + "）";
    }

    /** Versions of a committee are numbered from 1, the registration. */
    @Embeddable
    record Id(UUID committeeId, int number) implements Serializable {}
}
