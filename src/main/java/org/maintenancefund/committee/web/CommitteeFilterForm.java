package org.maintenancefund.committee.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.committee.domain.TermWatch;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/**
 * The filters of 业委会信息查询, as they stand in the address; what can't be read is told by {@link #chips} and finds
 * nothing.
 */
record CommitteeFilterForm(
        @Nullable String q,
        @Nullable String district,
        @Nullable String attribute,
        @Nullable String status,
        @Nullable String watch) {

    static final String PATH = "/committees";

    public String text() {
        return FilterText.searched(q);
    }

    /** What is searched, among the districts that the person may see. */
    CommitteeRegister.Filter filter(SeenDistricts seen) {
        return new CommitteeRegister.Filter(
                text(),
                FilterText.one(CommitteeAttribute.class, attribute).orElse(null),
                FilterText.one(CommitteeStatus.class, status).orElse(null),
                FilterText.one(TermWatch.class, watch).orElse(null),
                seen.limit(district));
    }

    List<Chip> chips(SeenDistricts seen, Cursor cursor) {
        return Chips.of(PATH)
                .from(cursor)
                .parameter("q", q)
                .parameter("district", district)
                .parameter("attribute", attribute)
                .parameter("status", status)
                .parameter("watch", watch)
                .containing("q", text())
                .chosen("district", seen.chosen(district), DistrictCentre::name)
                .chosen("attribute", FilterText.one(CommitteeAttribute.class, attribute), CommitteeAttribute::label)
                .chosen("status", FilterText.one(CommitteeStatus.class, status), CommitteeStatus::label)
                .chosen("watch", FilterText.one(TermWatch.class, watch), TermWatch::label)
                .list();
    }
}
