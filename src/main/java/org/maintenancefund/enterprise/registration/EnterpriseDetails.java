package org.maintenancefund.enterprise.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.kernel.CreditCode;

/**
 * What one round of 物管企业注册 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param operators 拟定经办人员
 */
record EnterpriseDetails(NewEnterprise company, List<ProposedOperator> operators) {

    EnterpriseDetails {
        operators = List.copyOf(operators);
    }

    CreditCode code() {
        return company.creditCode();
    }

    DistrictId district() {
        return Objects.requireNonNull(company.district());
    }

    /** What the one-pending rule goes by: one spelling of the code, one subject. */
    UUID subject() {
        return UUID.nameUUIDFromBytes(("enterprise:" + code()).getBytes(StandardCharsets.UTF_8));
    }
}
