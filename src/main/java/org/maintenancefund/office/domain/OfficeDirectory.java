package org.maintenancefund.office.domain;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.account.ProposedOperator;
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
        return searches.views(List.of(OfficeId.of(ref))).stream()
                .map(this::info)
                .findFirst();
    }

    @Override
    public List<OrganisationInfo> named(String name) {
        return searches.named(name).stream().map(this::info).toList();
    }

    @Override
    public List<OrganisationInfo> withFewPeople(DistrictId district, int fewerThan, int most) {
        return searches.withFewPeople(district, fewerThan, most).stream()
                .map(this::info)
                .toList();
    }

    @Override
    public List<OrganisationInfo> withContact(MobileNumber mobile, int most) {
        return searches.withContact(mobile, most).stream().map(this::info).toList();
    }

    @Override
    public void hold(OrgRef ref) {
        locks.hold(OfficeId.of(ref));
    }

    /** An office names nobody for a user name; its contact is the one who will need it. */
    private OrganisationInfo info(OfficeView office) {
        OfficeDetails details = office.details();
        String company =
                enterprises.find(office.enterprise()).map(EnterpriseView::name).orElse("");
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
