package org.maintenancefund.enterprise;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;

/**
 * What a company is entered with.
 *
 * @param legalRepresentative null for a qualified company: the directory does not know it
 * @param registeredAddress   empty for a qualified company
 * @param officeAddress where its people are found; empty where it is the registered address
 * @param district      the district centre in charge; null where the directory does not say it
 */
public record NewEnterprise(
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
        Qualification qualification) {}
