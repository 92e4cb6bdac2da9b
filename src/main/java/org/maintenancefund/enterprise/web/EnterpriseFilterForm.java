package org.maintenancefund.enterprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.enterprise.EnterpriseSearch;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/** The filters of 物业服务企业查询 as they stand in the address. What can't be read is told by {@link #chips} and finds nothing. */
record EnterpriseFilterForm(
        @Nullable String q,
        @Nullable String district,
        @Nullable String qualification,
        @Nullable String state) {

    static final String PATH = "/enterprises";

    public String text() {
        return FilterText.searched(q);
    }

    /** What is searched, among the districts that the person may see. */
    EnterpriseSearch search(SeenDistricts seen, Cursor cursor) {
        return new EnterpriseSearch(
                text(),
                seen.limit(district),
                FilterText.one(Qualification.class, qualification).orElse(null),
                FilterText.one(EnterpriseState.class, state).orElse(null),
                cursor);
    }

    List<Chip> chips(SeenDistricts seen, Cursor cursor) {
        return Chips.of(PATH)
                .from(cursor)
                .parameter("q", q)
                .parameter("district", district)
                .parameter("qualification", qualification)
                .parameter("state", state)
                .containing("q", text())
                .chosen("district", seen.chosen(district), DistrictCentre::name)
                .chosen("qualification", FilterText.one(Qualification.class, qualification), Qualification::label)
                .chosen("state", FilterText.one(EnterpriseState.class, state), EnterpriseState::label)
                .list();
    }
}
