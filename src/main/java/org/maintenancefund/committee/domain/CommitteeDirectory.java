package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What accounts need to know of committees. Transactional by method: {@link #type()} is asked while the application starts and
 * must not reach for the database.
 */
@Component
class CommitteeDirectory implements OrganisationDirectory {

    private static final Limit FEW = Limit.of(20);

    private final CommitteeRepository committees;
    private final PropertyAreas areas;
    private final JdbcClient jdbc;
    private final Clock clock;

    CommitteeDirectory(CommitteeRepository committees, PropertyAreas areas, JdbcClient jdbc, Clock clock) {
        this.committees = committees;
        this.areas = areas;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public OrgType type() {
        return OrgType.COMMITTEE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OrganisationInfo> find(OrgRef ref) {
        return committees.findWithProposedOperators(new CommitteeId(ref.id())).map(this::info);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrganisationInfo> named(String name) {
        return committees.findByNameKey(CommitteeName.key(name), FEW).stream()
                .map(this::info)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrganisationInfo> withFewPeople(DistrictId district, int fewerThan, int most) {
        List<CommitteeId> ids = jdbc
                .sql("SELECT c.id FROM committee c LEFT JOIN organisation_people p"
                        + " ON p.org_type = 'COMMITTEE' AND p.org_id = c.id WHERE c.district_id = :district"
                        + " AND c.status <> 'DISSOLVED' AND coalesce(p.people, 0) < :fewer"
                        + " ORDER BY coalesce(p.people, 0), c.registered_at LIMIT :most")
                .param("district", district.value())
                .param("fewer", fewerThan)
                .param("most", most)
                .query(UUID.class)
                .stream()
                .map(CommitteeId::new)
                .toList();
        return committees.findAllWithProposedOperators(ids).stream()
                .sorted(Comparator.comparingInt(committee -> ids.indexOf(committee.id())))
                .map(this::info)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrganisationInfo> withContact(MobileNumber mobile, int most) {
        return committees.findByContactMobile(mobile.toString(), Limit.of(most)).stream()
                .map(this::info)
                .toList();
    }

    private OrganisationInfo info(Committee committee) {
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
                areas.get(view.area()).name() + "，" + view.standing());
    }
}
