package org.maintenancefund.account.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.account.PasswordSource;
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
    private final AccountProperties limits;
    private final Clock clock;

    CurrentUsers(
            List<OrganisationDirectory> directories,
            Districts districts,
            CityProperties city,
            AccountProperties limits,
            Clock clock) {
        directories.forEach(directory -> this.directories.put(directory.type(), directory));
        this.districts = districts;
        this.city = city;
        this.limits = limits;
        this.clock = clock;
    }

    /** The person who signs in: restricted where the initial password, or one that is too old, has to be changed first. */
    public CurrentUser of(Operator operator) {
        Instant changed = operator.passwordChangedAt();
        boolean old = operator.passwordSource() == PasswordSource.LOCAL
                && changed != null
                && limits.isTooOld(changed, clock.instant(), clock.getZone());
        return of(operator.view(), old || operator.state() == OperatorState.PENDING_ACTIVATION);
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
