package org.maintenancefund.committee.domain;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OrganisationPlaces;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.springframework.stereotype.Component;

/** The property area of a committee, as the 账号告知单 of its people names it. */
@Component
@RequiredArgsConstructor
class CommitteePlaces implements OrganisationPlaces {

    private final Committees committees;
    private final PropertyAreas areas;

    @Override
    public Optional<String> place(OrgRef organisation) {
        return organisation.type() != OrgType.COMMITTEE
                ? Optional.empty()
                : committees
                        .find(new CommitteeId(organisation.id()))
                        .map(CommitteeView::area)
                        .map(areas::standing)
                        .map(area -> area.name() + "（" + area.code() + "）");
    }
}
