package org.maintenancefund.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.MobileNumber;

/**
 * What accounts need to know of an organisation.
 *
 * @param ref           which
 * @param name          全称
 * @param district      the district centre that creates its users; null for the municipal centre
 * @param contactName   联系人 on record
 * @param contactMobile the contact's mobile
 * @param proposed      people it named for user names
 * @param description   a line that tells it from others on a slip (area, term)
 */
public record OrganisationInfo(
        OrgRef ref,
        String name,
        @Nullable DistrictId district,
        @Nullable String contactName,
        @Nullable MobileNumber contactMobile,
        List<ProposedOperator> proposed,
        String description) {

    public OrganisationInfo {
        proposed = List.copyOf(proposed);
    }
}
