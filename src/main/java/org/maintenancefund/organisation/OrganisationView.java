package org.maintenancefund.organisation;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.MobileNumber;

/**
 * An organisation as everybody may know it.
 *
 * @param district      the district centre that creates its users; null for the municipal centre, and for a qualified company
 *                      until its first person has chosen one
 * @param contactName   联系人 on record; null for centres
 * @param contactMobile the contact's mobile; null for centres
 * @param note          what tells it from others of the same name: credit code, company, area
 * @param closed        why its people get no user names here; null where they do
 */
public record OrganisationView(
        OrgRef ref,
        String name,
        @Nullable DistrictId district,
        @Nullable String contactName,
        @Nullable MobileNumber contactMobile,
        String note,
        @Nullable Closed closed) {

    /** The same under another name. */
    public OrganisationView named(String other) {
        return new OrganisationView(ref, other, district, contactName, contactMobile, note, closed);
    }

    /** Why people get no user names here. */
    public enum Closed {
        /** A company with 资质: its people sign in with the city's shared accounts. */
        QUALIFIED,
        /** It, or the company whose branch it is, was disabled. */
        DISABLED,
        /** 已注销. */
        DISSOLVED
    }
}
