package org.maintenancefund.enterprise.domain;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.springframework.stereotype.Component;

/** Tells accounts what they need to know of companies. */
@Component
class EnterpriseDirectory implements OrganisationDirectory {

    private final EnterpriseSearches searches;

    EnterpriseDirectory(EnterpriseSearches searches) {
        this.searches = searches;
    }

    @Override
    public OrgType type() {
        return OrgType.ENTERPRISE;
    }

    @Override
    public Optional<OrganisationInfo> find(OrgRef ref) {
        return searches.views(List.of(EnterpriseId.of(ref))).stream()
                .map(EnterpriseDirectory::info)
                .findFirst();
    }

    @Override
    public List<OrganisationInfo> named(String name) {
        return searches.named(name).stream().map(EnterpriseDirectory::info).toList();
    }

    private static OrganisationInfo info(EnterpriseView company) {
        return new OrganisationInfo(
                company.id().ref(),
                company.name(),
                company.district(),
                company.contactName().value(),
                company.contactMobile(),
                List.of(),
                company.creditCode().value());
    }
}
