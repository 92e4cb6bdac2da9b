package org.maintenancefund.account.management;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;

/**
 * Whose accounts a person sees: a district's people those of the organisations of their district, the municipal centre's
 * people those of all, the system administrator those of staff.
 *
 * @param district only this district's; null: all
 * @param changes  true where they may change them too
 */
record OperatorScope(Set<OrgType> kinds, @Nullable DistrictId district, boolean changes) {

    private static final Set<OrgType> OUTSIDE = Set.of(OrgType.ENTERPRISE, OrgType.OFFICE, OrgType.COMMITTEE);
    private static final Set<OrgType> STAFF = Set.of(OrgType.MUNICIPAL_CENTRE, OrgType.DISTRICT_CENTRE);

    static OperatorScope of(CurrentUser user) {
        return switch (user.role()) {
            case SYSTEM_ADMIN -> new OperatorScope(STAFF, null, true);
            case DISTRICT_STAFF -> new OperatorScope(OUTSIDE, user.district(), user.district() != null);
            case MUNICIPAL_STAFF -> new OperatorScope(OUTSIDE, null, false);
            default -> new OperatorScope(Set.of(), null, false);
        };
    }

    /** True where these are staff. */
    public boolean isStaff() {
        return kinds.contains(OrgType.DISTRICT_CENTRE);
    }

    /** The page of the list. */
    public String path() {
        return isStaff() ? "/staff" : "/operators";
    }

    /** Whether a person with that role is one of these. */
    boolean covers(Role role) {
        return kinds.contains(role.organisation());
    }
}
