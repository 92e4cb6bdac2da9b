package org.maintenancefund.association;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.office.OfficeId;

/**
 * An association as others read it.
 *
 * @param enterprise    the company, also where one of its offices is the target
 * @param office        the office, or null where the company itself manages
 * @param effectiveFrom first day of the right: the later of the contract's start and the approval
 * @param effectiveTo   last day of the right; the day before the first where it was ended before it began
 * @param endReason     why it ends before the contract; null where it doesn't
 */
public record AssociationView(
        AssociationId id,
        AreaId area,
        CommitteeId committee,
        EnterpriseId enterprise,
        @Nullable OfficeId office,
        DateRange contract,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        @Nullable EndReason endReason) {

    /** True where its last day is before that day, also where it never began. */
    public boolean isOverOn(LocalDate day) {
        return effectiveTo.isBefore(day) || effectiveTo.isBefore(effectiveFrom);
    }

    /** True where the same company manages by both, and the same of its offices where it is one of them. */
    public boolean hasManagerOf(AssociationView other) {
        return enterprise.equals(other.enterprise) && Objects.equals(office, other.office);
    }

    public TargetKind kind() {
        return office == null ? TargetKind.ENTERPRISE : TargetKind.OFFICE;
    }
}
