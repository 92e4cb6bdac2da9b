package org.maintenancefund.committee.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.committee.DissolutionReason;

/**
 * 注销 of a committee, for good.
 *
 * @param explanation what the application says beside the reason
 * @param application 受理编号 of the application
 * @param approvedBy  who approved it, as the page names them
 */
@Embeddable
public record Dissolution(
        @Enumerated(EnumType.STRING) @Column(name = "dissolution_reason")
        DissolutionReason reason,

        @Column(name = "dissolution_explanation") String explanation,
        @Column(name = "dissolved_by") String application,
        @Column(name = "dissolution_approved_by") String approvedBy,
        @Column(name = "dissolved_at") Instant at) {

    /** The explanation, line by line. */
    public List<String> explanationLines() {
        return explanation.lines().toList();
    }

    static Dissolution of(ApprovedApplication application, DissolutionReason reason, String explanation) {
        return new Dissolution(
                reason,
                explanation,
                application.number().value(),
                CommitteeVersion.approver(application),
                application.approvedAt());
    }
}
