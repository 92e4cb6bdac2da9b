package org.maintenancefund.difference.register;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.difference.DifferenceOwner;

/**
 * Who sees a difference and who does something with it: the municipal centre and the auditor see all, a district's people those of
 * their district. The owner's people explain and settle, the municipal centre's may take one over from a district, and whoever of the
 * staff sees one may say something.
 */
public final class DifferenceRights {

    private DifferenceRights() {}

    /** Whether the person is one of those who look after it. */
    static boolean looksAfter(DifferenceOwner owner, @Nullable DistrictId district, CurrentUser user) {
        return owner == DifferenceOwner.MUNICIPAL
                ? user.is(Role.MUNICIPAL_STAFF)
                : user.is(Role.DISTRICT_STAFF) && district != null && user.sees(district);
    }

    /** Whether the person may give it into other hands. */
    static boolean hands(DifferenceOwner owner, @Nullable DistrictId district, CurrentUser user) {
        return user.is(Role.MUNICIPAL_STAFF) || looksAfter(owner, district, user);
    }

    /** Whether the person does anything with differences at all, or only reads. */
    public static boolean writes(CurrentUser user) {
        return user.is(Role.MUNICIPAL_STAFF) || user.is(Role.DISTRICT_STAFF);
    }
}
