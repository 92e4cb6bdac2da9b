package org.maintenancefund.committee.domain;

import java.util.List;
import java.util.Optional;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What accounts need to know of committees. */
@Component
@Transactional(readOnly = true)
class CommitteeDirectory implements OrganisationDirectory {

    private static final Limit FEW = Limit.of(20);

    private final CommitteeRepository committees;
    private final PropertyAreas areas;

    CommitteeDirectory(CommitteeRepository committees, PropertyAreas areas) {
        this.committees = committees;
        this.areas = areas;
    }

    @Override
    public OrgType type() {
        return OrgType.COMMITTEE;
    }

    @Override
    public Optional<OrganisationInfo> find(OrgRef ref) {
        return committees.findWithProposedOperators(new CommitteeId(ref.id())).map(this::info);
    }

    @Override
    public List<OrganisationInfo> named(String name) {
        return committees.findByNameKey(CommitteeName.key(name), FEW).stream()
                .map(this::info)
                .toList();
    }

    private OrganisationInfo info(Committee committee) {
        CommitteeView view = committee.view();
        return new OrganisationInfo(
                view.id().ref(),
                view.name(),
                view.district(),
                view.contactName(),
                view.contactMobile(),
                committee.proposedOperators().stream()
                        .map(person -> new ProposedOperator(
                                person.name(), MobileNumber.parse(person.mobile()).value()))
                        .toList(),
                areas.get(view.area()).name() + "，" + view.standing());
    }
}
