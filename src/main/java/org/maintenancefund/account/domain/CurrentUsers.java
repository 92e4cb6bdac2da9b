package org.maintenancefund.account.domain;

import java.time.Clock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.AccountLimits;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.AskedOnce;
import org.springframework.stereotype.Component;

/** Makes of an account the person signed in, with the organisation's name and the district in charge. */
@Component
@RequiredArgsConstructor
public class CurrentUsers {

    private final Organisations organisations;
    private final Settings settings;
    private final AccountLimits limits;
    private final Clock clock;

    /** The person who signs in: restricted where the initial password, or one that is too old, has to be changed first. */
    public CurrentUser of(Operator operator) {
        Instant changed = operator.passwordChangedAt();
        boolean old = operator.passwordSource() == PasswordSource.LOCAL
                && changed != null
                && limits.isTooOld(changed, clock.instant(), clock.getZone());
        return of(operator.view(), old || operator.state() == OperatorState.PENDING_ACTIVATION);
    }

    public CurrentUser of(OperatorView operator, boolean restricted) {
        OrganisationView organisation = organisation(operator.organisation());
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

    private record Asked(OrgRef organisation) {}

    /**
     * What is known of an organisation, asked once for all parts of a page; the municipal centre is called as the settings say.
     * {@link NotFound} where it is gone.
     */
    public OrganisationView organisation(OrgRef ref) {
        OrganisationView known = AskedOnce.of(new Asked(ref), () -> organisations.get(ref));
        return ref.equals(MunicipalCentre.REF) ? known.named(settings.text(Setting.CENTRE_NAME)) : known;
    }
}
