package org.maintenancefund.enterprise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;

/**
 * A company as other modules, lists and its page see it.
 *
 * @param legalRepresentative null for a qualified company: the directory does not know it
 * @param registeredAddress   empty for a qualified company
 * @param officeAddress 办公地址, empty where it is the registered one
 * @param district     the district centre in charge; null for a qualified company until its first person has chosen one
 * @param contactName  whom the district phones
 * @param contactMobile full number; lists show it masked
 * @param registeredBy the application it comes from; null where it was entered otherwise
 * @param codeAccepted true where its credit code was accepted against the check, with a reason that stands in that application
 */
public record EnterpriseView(
        EnterpriseId id,
        CreditCode creditCode,
        String name,
        @Nullable PersonName legalRepresentative,
        String registeredAddress,
        String officeAddress,
        @Nullable DistrictId district,
        PersonName contactName,
        MobileNumber contactMobile,
        @Nullable PhoneNumber phone,
        String email,
        Qualification qualification,
        EnterpriseState state,
        Instant createdAt,
        @Nullable ApplicationNumber registeredBy,
        boolean codeAccepted) {

    /** Where its people are found: the office address, else the registered one. */
    public String address() {
        return officeAddress.isEmpty() ? registeredAddress : officeAddress;
    }

    public boolean isActive() {
        return state == EnterpriseState.ACTIVE;
    }
}
