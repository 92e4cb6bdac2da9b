package org.maintenancefund.association.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.springframework.stereotype.Component;

/** The committee that the person signed in works for. */
@Component
class OwnCommittee {

    private final Committees committees;

    OwnCommittee(Committees committees) {
        this.committees = committees;
    }

    CommitteeView of(CurrentUser user) {
        return committees.get(new CommitteeId(user.organisation().id()));
    }
}
