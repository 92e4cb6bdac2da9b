package org.maintenancefund.account;

import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.MobileNumber;

/**
 * What an account is made of.
 *
 * @param role         fits the kind of organisation
 * @param username     用户名, see {@link Username}
 */
public record NewOperator(OrgRef organisation, Role role, String personName, MobileNumber mobile, String username) {

    public NewOperator {
        if (role.organisation() != organisation.type()) {
            throw new IllegalArgumentException(role + " does not belong to " + organisation.type());
        }
    }
}
