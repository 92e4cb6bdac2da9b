package org.maintenancefund.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The person signed in, as every controller and rule sees them. Kept in the session, so it holds only what does not change
 * while one is signed in; whatever ends a right (disabling, a reset, another role) ends the sessions. Names alone may change, and
 * are those of the running request.
 *
 * @param username         the user name, in lower case
 * @param organisationName its name, for the header
 * @param district         the district centre in charge: of staff their own, of companies and committees theirs; null for
 *                         the municipal centre
 * @param restricted       true while the password has to be changed first, as the initial one has: only 密码修改 is open
 */
public record CurrentUser(
        OperatorId operatorId,
        String username,
        String personName,
        Role role,
        OrgRef organisation,
        String organisationName,
        @Nullable DistrictId district,
        boolean restricted)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return username;
    }

    public Optional<DistrictId> districtIfAny() {
        return Optional.ofNullable(district);
    }

    /** Whether records of the district, or of none, exist for the person: a district's people see their own alone. */
    public boolean sees(@Nullable DistrictId other) {
        return district == null || district.equals(other);
    }

    /** The same person, as they and their organisation are called now. */
    public CurrentUser called(String nameNow, String organisationNameNow) {
        return nameNow.equals(personName) && organisationNameNow.equals(organisationName)
                ? this
                : new CurrentUser(
                        operatorId, username, nameNow, role, organisation, organisationNameNow, district, restricted);
    }

    public boolean is(Role other) {
        return role == other;
    }
}
