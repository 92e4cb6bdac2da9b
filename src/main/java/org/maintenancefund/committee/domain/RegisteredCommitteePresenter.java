package org.maintenancefund.committee.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;

/** What an application about a registered committee tells, whatever its kind; see {@link RegisteredCommitteeDefinition}. */
@RequiredArgsConstructor
public abstract class RegisteredCommitteePresenter<D> implements ApplicationPresenter<D> {

    private final Committees committees;
    private final PropertyAreas areas;

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        Map<CommitteeId, CommitteeView> found =
                committees.views(subjects.stream().map(CommitteeId::new).toList());
        Map<AreaId, AreaView> places =
                areas.byId(found.values().stream().map(CommitteeView::area).toList());
        Map<UUID, SubjectName> names = new HashMap<>();
        for (CommitteeView committee : found.values()) {
            AreaView place = places.get(committee.area());
            if (place != null) {
                names.put(committee.id().value(), new SubjectName(place.name(), place.streetName()));
            }
        }
        return names;
    }

    @Override
    public String whatNext(Applicant applicant) {
        return applicant.account().is(Role.DISTRICT_STAFF)
                ? Messages.of("committee.change.own-entry")
                : ApplicationPresenter.super.whatNext(applicant);
    }
}
