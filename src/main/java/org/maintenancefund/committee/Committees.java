package org.maintenancefund.committee;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects.OpenApplication;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.committee.dissolution.CommitteeDissolutionDefinition;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.CommitteeRepository;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of committees. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Committees implements AreaKeepers {

    private final CommitteeRepository committees;
    private final CommitteeRecords records;
    private final Clock clock;

    public Optional<CommitteeView> find(CommitteeId id) {
        return records.find(id).map(CommitteeRecord::view);
    }

    /** The committee; {@link NotFound} where there is none. */
    public CommitteeView get(CommitteeId id) {
        return find(id).orElseThrow(() -> new NotFound("committee " + id));
    }

    /** The committee that the person works for. */
    public CommitteeView own(CurrentUser user) {
        return get(new CommitteeId(user.organisation().id()));
    }

    /** A committee may complete the information of its own community until it is dissolved. */
    @Override
    public Collection<AreaId> areasOf(OrgRef organisation) {
        return organisation.type() != OrgType.COMMITTEE
                ? List.of()
                : find(new CommitteeId(organisation.id())).stream()
                        .filter(committee -> committee.status() != CommitteeStatus.DISSOLVED)
                        .map(CommitteeView::area)
                        .toList();
    }

    public Map<CommitteeId, CommitteeView> views(Collection<CommitteeId> ids) {
        return records.views(ids).stream().collect(Collectors.toMap(CommitteeView::id, Function.identity()));
    }

    /** The committee of an area, a preparatory group and one whose term has ended or is still to begin included. */
    public Optional<CommitteeView> inOfficeFor(AreaId area) {
        return committees.findInOffice(area).map(this::today);
    }

    /** The same for several areas at once. */
    public Map<AreaId, CommitteeView> inOfficeFor(Collection<AreaId> areas) {
        return records.inOffice(areas).stream().collect(Collectors.toMap(CommitteeView::area, Function.identity()));
    }

    /** Of the areas those that have a committee in office. */
    public Set<AreaId> areasInOffice(Collection<AreaId> areas) {
        return committees.findAreasInOffice(areas.stream().map(AreaId::value).toArray(UUID[]::new)).stream()
                .map(AreaId::new)
                .collect(Collectors.toSet());
    }

    /** Its 注销 that waits for the district's decision, and would end what is approved meanwhile. */
    public Optional<ApplicationNumber> pendingDissolution(CommitteeId id) {
        return records.find(id).flatMap(record -> Optional.ofNullable(record.dissolving()));
    }

    /** The same of what is known to be under way about it. */
    public Optional<ApplicationNumber> pendingDissolution(List<OpenApplication> underway) {
        return underway.stream()
                .filter(open -> open.kind().equals(CommitteeDissolutionDefinition.KIND))
                .filter(open -> open.status() == ReviewStatus.PENDING)
                .map(OpenApplication::number)
                .findFirst();
    }

    /** True where it is that area's committee and not dissolved: it may apply for who manages the area. */
    public boolean speaksFor(CommitteeId committee, AreaId area) {
        return find(committee)
                .filter(found -> found.status() != CommitteeStatus.DISSOLVED)
                .filter(found -> found.area().equals(area))
                .isPresent();
    }

    private CommitteeView today(Committee committee) {
        return committee.view(LocalDate.now(clock));
    }
}
