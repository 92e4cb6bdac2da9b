package org.maintenancefund.billing.mandate;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.committee.CommitteeId;

/**
 * What one round of 收取授权申请 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param associationId   by which the collector manages the area
 * @param areaId          the committee's area at the submission
 * @param officeId        the office that collects, or null where the company itself does
 * @param collector       who collects, as it was called then
 * @param associationFrom first day of the association, as it was then
 * @param associationTo   its last day, as it was then
 * @param validFrom       first day asked for
 * @param validTo         last day asked for
 * @param remark          补充说明, possibly empty
 */
public record MandateDetails(
        UUID associationId,
        UUID committeeId,
        UUID areaId,
        UUID enterpriseId,
        @Nullable UUID officeId,
        String collector,
        LocalDate associationFrom,
        LocalDate associationTo,
        LocalDate validFrom,
        LocalDate validTo,
        String remark) {

    AssociationId association() {
        return new AssociationId(associationId);
    }

    CommitteeId committee() {
        return new CommitteeId(committeeId);
    }

    AreaId area() {
        return new AreaId(areaId);
    }

    TargetKind kind() {
        return officeId == null ? TargetKind.ENTERPRISE : TargetKind.OFFICE;
    }
}
