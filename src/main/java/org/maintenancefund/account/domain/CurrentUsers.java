package org.maintenancefund.account.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.city.CityProperties;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Makes of an account the person signed in, with the organisation's name and the district in charge. */
@Component
public class CurrentUsers {

    private final Map<OrgType, OrganisationDirectory> directories = new EnumMap<>(OrgType.class);
    private final Districts districts;
    private final CityProperties city;

    CurrentUsers(List<OrganisationDirectory> directories, Districts districts, CityProperties city) {
        directories.forEach(directory -> this.directories.put(directory.type(), directory));
        this.districts = districts;
        this.city = city;
    }

    public CurrentUser of(OperatorView operator, boolean restricted) {
        OrganisationInfo organisation = organisation(operator.organisation());
        return new CurrentUser(
                operator.id(),
                operator.username(),
                operator.personName(),
                operator.role(),
                operator.organisation(),
                organisation.name(),
                organisation.district(),
                restricted);
    }

    /** What is known of an organisation of any kind; {@link NotFound} where it is gone. */
    public OrganisationInfo organisation(OrgRef ref) {
        return switch (ref.type()) {
            case MUNICIPAL_CENTRE -> new OrganisationInfo(ref, city.centreName(), null, null, null, List.of(), "");
            case DISTRICT_CENTRE -> {
                DistrictCentre centre = districts.get(new DistrictId(ref.id()));
                yield new OrganisationInfo(ref, centre.centreName(), centre.id(), null, null, List.of(), "");
            }
            default -> {
                OrganisationDirectory directory = directories.get(ref.type());
                if (directory == null) {
                    throw new NotFound("organisation " + ref);
                }
                yield directory.find(ref).orElseThrow(() -> new NotFound("organisation " + ref));
            }
        };
    }
}
