package org.maintenancefund.committee.domain;

import java.util.Collection;
import java.util.List;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A committee may complete the information of its own community, as long as it is in office. */
@Component
class CommitteeAreaKeepers implements AreaKeepers {

    private final CommitteeRepository committees;

    CommitteeAreaKeepers(CommitteeRepository committees) {
        this.committees = committees;
    }

    @Override
    @Transactional(readOnly = true)
    public Collection<AreaId> areasOf(OrgRef organisation) {
        return organisation.type() != OrgType.COMMITTEE
                ? List.of()
                : committees
                        .findById(new CommitteeId(organisation.id()))
                        .filter(committee -> !committee.isDissolved())
                        .map(committee -> List.of(committee.area()))
                        .orElse(List.of());
    }
}
