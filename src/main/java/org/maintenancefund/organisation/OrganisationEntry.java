package org.maintenancefund.organisation;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;

/**
 * What the register is told of an organisation by the module that keeps its kind.
 *
 * @param parent         the company whose branch it is, or null
 * @param contactName    联系人, or null for a centre
 * @param contactMobile  the contact's mobile, eleven digits, or null for a centre
 * @param note           what tells it from others of the same name; empty for a branch, which its company tells
 * @param sharedAccounts true where its people sign in with the city's shared accounts
 */
public record OrganisationEntry(
        OrgRef ref,
        String name,
        @Nullable OrgRef parent,
        @Nullable DistrictId district,
        @Nullable String contactName,
        @Nullable String contactMobile,
        String note,
        boolean sharedAccounts) {

    /** A district centre, in charge of itself. */
    public static OrganisationEntry centre(OrgRef ref, String name) {
        return new OrganisationEntry(ref, name, null, new DistrictId(ref.id()), null, null, "", false);
    }
}
