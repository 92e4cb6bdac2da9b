package org.maintenancefund.billing.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;

/**
 * Several runs at once, as their page and the worker see them.
 *
 * @param asked   how many areas or months it is about
 * @param done    how many of them are through
 * @param refused how many can't be done, each with its reason
 */
public record BatchView(
        UUID id,
        BatchAction action,
        Instant askedAt,
        OperatorId askedBy,
        String username,
        String person,
        Role role,
        OrgType organisationType,
        UUID organisationId,
        String organisation,
        @Nullable DistrictId districtId,
        long asked,
        long done,
        long refused) {

    /** Whether there is still something to do. */
    public boolean isMoving() {
        return handled() < asked;
    }

    /** How many are through or refused. */
    public long handled() {
        return done + refused;
    }

    /** Who asked for it. */
    public CurrentUser by() {
        return new CurrentUser(
                askedBy,
                username,
                person,
                role,
                new OrgRef(organisationType, organisationId),
                organisation,
                districtId,
                false);
    }
}
