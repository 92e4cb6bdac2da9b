package org.maintenancefund.enterprise.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.stereotype.Component;

/** Tells accounts what they need to know of companies. */
@Component
class EnterpriseDirectory implements OrganisationDirectory {

    private final EnterpriseSearches searches;
    private final EnterpriseLocks locks;

    EnterpriseDirectory(EnterpriseSearches searches, EnterpriseLocks locks) {
        this.searches = searches;
        this.locks = locks;
    }

    @Override
    public OrgType type() {
        return OrgType.ENTERPRISE;
    }

    @Override
    public Optional<OrganisationInfo> find(OrgRef ref) {
        return searches.views(List.of(EnterpriseId.of(ref))).stream()
                .map(this::info)
                .findFirst();
    }

    @Override
    public List<OrganisationInfo> named(String name) {
        return searches.named(name).stream().map(this::info).toList();
    }

    @Override
    public List<OrganisationInfo> all(Collection<UUID> ids) {
        return searches.views(ids.stream().map(EnterpriseId::new).toList()).stream()
                .map(company -> info(company, List.of()))
                .toList();
    }

    @Override
    public List<OrganisationInfo> withContact(MobileNumber mobile, int most) {
        return searches.withContact(mobile, most).stream()
                .map(company -> info(company, List.of()))
                .toList();
    }

    /** Keeps it from becoming qualified too; {@link org.maintenancefund.kernel.Refusal} where its people have shared accounts. */
    @Override
    public void lock(OrgRef ref) {
        locks.lockUnqualified(EnterpriseId.of(ref));
    }

    private OrganisationInfo info(EnterpriseView company) {
        return info(company, searches.proposed(company.id()));
    }

    private static OrganisationInfo info(EnterpriseView company, List<ProposedOperator> proposed) {
        return new OrganisationInfo(
                company.id().ref(),
                company.name(),
                company.district(),
                company.contactName().value(),
                company.contactMobile(),
                proposed,
                company.creditCode().value());
    }
}
