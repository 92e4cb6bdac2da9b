package org.maintenancefund.association.domain;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** The committee that applies for an association of its area, or for the end of one. */
@Component
@RequiredArgsConstructor
public class ApplyingCommittee {

    private final Committees committees;
    private final PropertyAreas areas;

    /** The application is about the area, under the committee's name, and its contact is who is phoned. */
    public ApplicationSummary summarise(CommitteeId applicant, String tag) {
        CommitteeView committee = committees.get(applicant);
        AreaView area = areas.get(committee.area());
        return new ApplicationSummary(
                area.id().value(),
                committee.name(),
                tag,
                area.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    /**
     * Why it can't apply any more.
     *
     * @param area as it was at the submission
     */
    public Optional<Reason> obstacle(CommitteeId applicant, AreaId area) {
        return committees.speaksFor(applicant, areas.standing(area).id())
                ? Optional.empty()
                : Optional.of(Reason.of("association.committee.gone"));
    }
}
