package org.maintenancefund.committee.domain;

import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/**
 * One committee in office per property area; one whose term has ended counts until 换届 or 注销. The database holds the same
 * as {@code uq_committee_one_in_office_per_area}.
 */
@Component
class OneCommitteeInOffice {

    private final CommitteeRepository committees;
    private final PropertyAreas areas;

    OneCommitteeInOffice(CommitteeRepository committees, PropertyAreas areas) {
        this.committees = committees;
        this.areas = areas;
    }

    /** Why a committee can't be registered for that area. */
    Optional<Reason> obstacleFor(AreaId area) {
        if (areas.find(area).filter(AreaView::isActive).isEmpty()) {
            return Optional.of(Reason.of("committee.area.gone"));
        }
        return committees.findInOffice(area).map(committee -> Reason.of("committee.area.taken"));
    }
}
