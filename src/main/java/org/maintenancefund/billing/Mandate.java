package org.maintenancefund.billing;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;

/**
 * 收取授权 as others read it: who collects the fund in an area, from when to when.
 *
 * @param enterprise  the company, also where one of its offices collects
 * @param office      the office, or null where the company itself collects
 * @param association by which the company or office manages the area; the mandate has no day outside of it
 * @param validFrom   first day
 * @param validTo     last day; the day before the first where it was ended before it began
 * @param grantedTo   last day as it was approved
 * @param endReason   why it ends before that; null where it doesn't
 */
public record Mandate(
        MandateId id,
        AreaId area,
        CommitteeId committee,
        EnterpriseId enterprise,
        @Nullable OfficeId office,
        AssociationId association,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate grantedTo,
        @Nullable MandateEnd endReason) {

    public boolean isLiveOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** True where its last day is before that day, also where it never began. */
    public boolean isOverOn(LocalDate day) {
        return validTo.isBefore(day) || isVoid();
    }

    /** True where it was ended before it began. */
    public boolean isVoid() {
        return validTo.isBefore(validFrom);
    }

    /** Who collects: the office, or the company where it is none of its offices. */
    public OrgRef collector() {
        return office == null ? enterprise.ref() : office.ref();
    }

    /** True where the same company collects by both, itself or by any of its offices. */
    public boolean isOfCompanyOf(Mandate other) {
        return enterprise.equals(other.enterprise);
    }

    /** True where the same company collects by both, and the same of its offices where it is one of them. */
    public boolean hasCollectorOf(Mandate other) {
        return enterprise.equals(other.enterprise) && Objects.equals(office, other.office);
    }
}
