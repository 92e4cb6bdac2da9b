package org.maintenancefund.office.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeSearch;
import org.maintenancefund.office.OfficeState;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/**
 * The filters of 小区管理处查询 as they stand in the address. What can't be read is told by {@link #chips} and finds
 * nothing.
 *
 * @param q       part of the office's name or address
 * @param company part of its company's name or credit code
 */
record OfficeFilterForm(
        @Nullable String q,
        @Nullable String company,
        @Nullable String district,
        @Nullable String state) {

    static final String PATH = "/offices";

    public String text() {
        return FilterText.searched(q);
    }

    public String companyText() {
        return FilterText.searched(company);
    }

    /** What is searched, among the districts that the person may see. */
    OfficeSearch search(SeenDistricts seen, Cursor cursor) {
        return new OfficeSearch(
                null,
                text(),
                companyText(),
                seen.limit(district),
                FilterText.one(OfficeState.class, state).orElse(null),
                cursor);
    }

    List<Chip> chips(SeenDistricts seen, Cursor cursor) {
        return Chips.of(PATH)
                .from(cursor)
                .parameter("q", q)
                .parameter("company", company)
                .parameter("district", district)
                .parameter("state", state)
                .containing("q", text())
                .when("company", !companyText().isEmpty(), "企业包含“" + companyText() + "”")
                .chosen("district", seen.chosen(district), DistrictCentre::name)
                .chosen("state", FilterText.one(OfficeState.class, state), OfficeState::label)
                .list();
    }
}
