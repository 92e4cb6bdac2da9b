package org.maintenancefund.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.MobileNumber;

/**
 * A committee as others read it on a day.
 *
 * @param status as its terms and that day make it
 * @param term   the term that counts on that day, see {@link Term#on}; null for a preparatory group
 * @param terms  all of them, by number, those still to begin too
 */
public record CommitteeView(
        CommitteeId id,
        String name,
        CommitteeAttribute attribute,
        CommitteeStatus status,
        AreaId area,
        DistrictId district,
        @Nullable Term term,
        List<Term> terms,
        @Nullable String filingNumber,
        String officeAddress,
        String contactName,
        MobileNumber contactMobile) {

    public CommitteeView {
        terms = List.copyOf(terms);
    }

    /** 正式，第 2 届，… or 临时. */
    public String standing() {
        return term == null ? attribute.label() : attribute.label() + "，" + term;
    }
}
