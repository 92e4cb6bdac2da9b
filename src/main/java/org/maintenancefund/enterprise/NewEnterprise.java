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
 * @param officeAddress where its people are found; empty where it is the registered address
 * @param district      the district centre in charge
 * @param phone         企业电话, or null
 * @param email         邮箱, or empty
 */
public record NewEnterprise(
        CreditCode creditCode,
        String name,
        PersonName legalRepresentative,
        String registeredAddress,
        String officeAddress,
        DistrictId district,
        PersonName contactName,
        MobileNumber contactMobile,
        @Nullable PhoneNumber phone,
        String email,
        Qualification qualification) {}
