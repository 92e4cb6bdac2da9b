package org.maintenancefund.enterprise.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;

/**
 * What one round of 物管企业注册 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param officeAddress empty where it is the registered address
 * @param phone         企业电话, or null
 * @param email         邮箱, or empty
 * @param operators     拟定经办人员
 */
record EnterpriseDetails(
        String name,
        String creditCode,
        String legalRepresentative,
        String registeredAddress,
        String officeAddress,
        UUID districtId,
        String contactName,
        String contactMobile,
        @Nullable String phone,
        String email,
        List<ProposedOperator> operators) {

    EnterpriseDetails {
        operators = List.copyOf(operators);
    }

    CreditCode code() {
        return new CreditCode(creditCode);
    }

    DistrictId district() {
        return new DistrictId(districtId);
    }

    /** What the one-pending rule goes by: one spelling of the code, one subject. */
    UUID subject() {
        return UUID.nameUUIDFromBytes(("enterprise:" + creditCode).getBytes(StandardCharsets.UTF_8));
    }

    NewEnterprise toEnterprise() {
        return new NewEnterprise(
                code(),
                name,
                new PersonName(legalRepresentative),
                registeredAddress,
                officeAddress,
                district(),
                new PersonName(contactName),
                new MobileNumber(contactMobile),
                phone == null ? null : new PhoneNumber(phone),
                email,
                Qualification.UNQUALIFIED);
    }
}
