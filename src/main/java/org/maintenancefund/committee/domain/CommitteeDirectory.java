package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What accounts need to know of committees. Transactional by method: {@link #type()} is asked while the application starts and
 * must not reach for the database.
 */
@Component
class CommitteeDirectory implements OrganisationDirectory {

    private final CommitteeRepository committees;
    private final PropertyAreas areas;
    private final Clock clock;

    CommitteeDirectory(CommitteeRepository committees, PropertyAreas areas, Clock clock) {
        this.committees = committees;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public OrgType type() {
        return OrgType.COMMITTEE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OrganisationInfo> find(OrgRef ref) {
        return infos(committees.findAllWithProposedOperators(List.of(new CommitteeId(ref.id())))).stream()
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrganisationInfo> named(String name) {
        return infos(committees.findByNameKey(CommitteeName.key(name), Limit.unlimited()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrganisationInfo> all(Collection<UUID> ids) {
        return infos(committees.findAllWithProposedOperators(
                ids.stream().map(CommitteeId::new).toList()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrganisationInfo> withContact(MobileNumber mobile, int most) {
        return infos(committees.findByContactMobile(mobile.toString(), Limit.of(most)));
    }

    /** With the names of their areas, which are asked for together. */
    private List<OrganisationInfo> infos(List<Committee> found) {
        Map<AreaId, String> names = areas
                .views(found.stream().map(Committee::area).distinct().toList())
                .stream()
                .collect(Collectors.toMap(AreaView::id, AreaView::name));
        return found.stream()
                .map(committee -> info(committee, names.getOrDefault(committee.area(), "")))
                .toList();
    }

    private OrganisationInfo info(Committee committee, String area) {
        CommitteeView view = committee.view(LocalDate.now(clock));
        return new OrganisationInfo(
                view.id().ref(),
                view.name(),
                view.district(),
                view.contactName(),
                view.contactMobile(),
                committee.proposedOperators().stream()
                        .map(person -> new ProposedOperator(
                                person.name(),
                                MobileNumber.parse(person.mobile()).value()))
                        .toList(),
                area + "，" + view.standing());
    }
}
