package org.maintenancefund.committee;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.MobileNumber;

/** A committee as others read it. */
public record CommitteeView(
        CommitteeId id,
        String name,
        CommitteeAttribute attribute,
        CommitteeStatus status,
        AreaId area,
        DistrictId district,
        @Nullable Term term,
        @Nullable String filingNumber,
        String officeAddress,
        String contactName,
        MobileNumber contactMobile) {

    /** 正式，第 2 届，… or 临时. */
    public String standing() {
        return term == null ? attribute.label() : attribute.label() + "，" + term;
    }
}
