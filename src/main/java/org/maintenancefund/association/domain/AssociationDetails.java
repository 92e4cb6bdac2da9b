package org.maintenancefund.association.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.office.OfficeId;

/**
 * What one round of 小区管理处关联申请 says, checked and normalised. Kept as JSON with the application: a field may be added,
 * never renamed.
 *
 * @param areaId         the committee's area at the submission
 * @param enterpriseId   the company, also where one of its offices is the target
 * @param enterpriseName its name as it was then, for the record
 * @param officeId       the office, or null where the company itself is the target
 * @param officeName     its name as it was then, or null; an office can be renamed and, while unused, deleted
 * @param remark         申请说明, possibly empty
 */
public record AssociationDetails(
        UUID committeeId,
        UUID areaId,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable UUID officeId,
        @Nullable String officeName,
        LocalDate contractStart,
        LocalDate contractEnd,
        List<PaperDocument> papers,
        String remark) {

    public AssociationDetails {
        papers = List.copyOf(papers);
    }

    TargetKind target() {
        return officeId == null ? TargetKind.ENTERPRISE : TargetKind.OFFICE;
    }

    CommitteeId committee() {
        return new CommitteeId(committeeId);
    }

    public AreaId area() {
        return new AreaId(areaId);
    }

    /** The same for another area: the one that the area named at the submission went into. */
    AssociationDetails at(AreaId other) {
        return new AssociationDetails(
                committeeId,
                other.value(),
                enterpriseId,
                enterpriseName,
                officeId,
                officeName,
                contractStart,
                contractEnd,
                papers,
                remark);
    }

    EnterpriseId enterprise() {
        return new EnterpriseId(enterpriseId);
    }

    @Nullable
    OfficeId office() {
        return officeId == null ? null : new OfficeId(officeId);
    }

    DateRange contract() {
        return DateRange.of(contractStart, contractEnd);
    }
}
