package org.maintenancefund.billing.run;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Component;

/** Who else can confirm what somebody has proposed, in words; where there is nobody, where to get a second person. */
@Component
@RequiredArgsConstructor
public class SecondPerson {

    private final Operators operators;
    private final Organisations organisations;
    private final Districts districts;

    public String hint(CurrentUser user) {
        if (operators.inUse(user.organisation()) >= Operators.NORM) {
            return Messages.of("billing.second.ask");
        }
        OrganisationView organisation = organisations.get(user.organisation());
        if (organisation.closed() == OrganisationView.Closed.QUALIFIED) {
            return Messages.of("billing.second.shared");
        }
        return Messages.of(
                "billing.second.none",
                user.districtIfAny()
                        .flatMap(districts::find)
                        .map(DistrictCentre::centreName)
                        .orElseGet(() -> Messages.of("billing.second.centre")));
    }
}
