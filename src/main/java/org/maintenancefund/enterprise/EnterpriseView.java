package org.maintenancefund.enterprise;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;

/**
 * A company as other modules and lists see it.
 *
 * @param district     the district centre in charge; null for a qualified company until its first person has chosen one
 * @param address      where its people are found: the office address, else the registered one
 * @param contactName  whom the district phones
 * @param contactMobile full number; lists show it masked
 */
public record EnterpriseView(
        EnterpriseId id,
        CreditCode creditCode,
        String name,
        @Nullable DistrictId district,
        String address,
        PersonName contactName,
        MobileNumber contactMobile,
        Qualification qualification,
        EnterpriseState state) {

    public boolean isActive() {
        return state == EnterpriseState.ACTIVE;
    }
}
