package org.maintenancefund.office.domain;

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
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.springframework.stereotype.Component;

/** Tells accounts what they need to know of offices. */
@Component
class OfficeDirectory implements OrganisationDirectory {

    private final OfficeSearches searches;
    private final Enterprises enterprises;
    private final OfficeLocks locks;

    OfficeDirectory(OfficeSearches searches, Enterprises enterprises, OfficeLocks locks) {
        this.searches = searches;
        this.enterprises = enterprises;
        this.locks = locks;
    }

    @Override
    public OrgType type() {
        return OrgType.OFFICE;
    }

    @Override
    public Optional<OrganisationInfo> find(OrgRef ref) {
        return infos(searches.views(List.of(OfficeId.of(ref)))).stream().findFirst();
    }

    @Override
    public List<OrganisationInfo> named(String name) {
        return infos(searches.named(name));
    }

    @Override
    public List<OrganisationInfo> all(Collection<UUID> ids) {
        return infos(searches.views(ids.stream().map(OfficeId::new).toList()));
    }

    @Override
    public List<OrganisationInfo> withContact(MobileNumber mobile, int most) {
        return infos(searches.withContact(mobile, most));
    }

    @Override
    public void lock(OrgRef ref) {
        locks.lockAgainstDeletion(OfficeId.of(ref));
    }

    /** With the names of their companies, which are asked for together. */
    private List<OrganisationInfo> infos(List<OfficeView> offices) {
        Map<EnterpriseId, String> companies =
                enterprises
                        .views(offices.stream()
                                .map(OfficeView::enterprise)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(EnterpriseView::id, EnterpriseView::name));
        return offices.stream()
                .map(office -> info(office, companies.getOrDefault(office.enterprise(), "")))
                .toList();
    }

    /** An office names nobody for a user name; its contact is the one who will need it. */
    private static OrganisationInfo info(OfficeView office, String company) {
        OfficeDetails details = office.details();
        return new OrganisationInfo(
                office.id().ref(),
                office.name(),
                details.district(),
                details.contactName().value(),
                details.contactMobile(),
                List.of(new ProposedOperator(details.contactName().value(), details.contactMobile())),
                company);
    }
}
