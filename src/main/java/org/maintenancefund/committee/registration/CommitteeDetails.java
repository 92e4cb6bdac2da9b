package org.maintenancefund.committee.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.domain.CommitteeState;

/**
 * What one round of 业委会注册 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param siblingAnswer the exceptions ticked; empty where the area has no siblings
 * @param committee     the record that an approval makes
 * @param noCertificate why a formal committee has no 备案证明 to show; null where it has one, or needs none
 */
public record CommitteeDetails(
        UUID areaId,
        List<SiblingException> siblingAnswer,
        CommitteeState committee,
        List<ProposedOperator> operators,
        @Nullable String noCertificate) {

    public CommitteeDetails {
        siblingAnswer = List.copyOf(siblingAnswer);
        operators = List.copyOf(operators);
    }

    public AreaId area() {
        return new AreaId(areaId);
    }
}
