package org.maintenancefund.area.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaTraits;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/**
 * The filters of the list of areas as they stand in the address. What can't be read is told by {@link #chips} and
 * finds nothing.
 *
 * @param merged    1: areas that went into another one too
 * @param committee yes or no
 * @param company   yes or no
 * @param account   yes or no
 */
record AreaFilterForm(
        @Nullable String q,
        @Nullable String district,
        @Nullable String street,
        @Nullable String type,
        @Nullable String merged,
        @Nullable String committee,
        @Nullable String company,
        @Nullable String account) {

    static final String PATH = "/areas";

    public String text() {
        return FilterText.searched(q);
    }

    /** What is searched, among the districts that the person may see. */
    AreaSearch search(SeenDistricts seen, LocalDate today) {
        AreaSearch search = AreaSearch.of(text())
                .in(seen.limit(district))
                .having(new AreaTraits(
                        areaType().orElse(null), yesNo(committee), yesNo(company), yesNo(account), today));
        Optional<Street> place = place(seen);
        search = place.isPresent() ? search.in(place.get().id()) : search;
        return isMerged() ? search.includingMerged() : search;
    }

    public boolean isMerged() {
        return FilterText.ticked(merged);
    }

    /** The streets that can be chosen: those of the district. */
    List<Street> streets(SeenDistricts seen) {
        return seen.streets(district);
    }

    List<Chip> chips(SeenDistricts seen, Cursor cursor) {
        Chips chips = Chips.of(PATH)
                .from(cursor)
                .parameter("q", q)
                .parameter("district", district)
                .parameter("street", street, "district")
                .parameter("type", type)
                .parameter("merged", merged)
                .parameter("committee", committee)
                .parameter("company", company)
                .parameter("account", account)
                .containing("q", text())
                .chosen("district", seen.chosen(district), DistrictCentre::name)
                .chosen("street", place(seen), Street::name)
                .chosen("type", areaType(), AreaType::label)
                .when("merged", isMerged(), "包括已合并的");
        addYesNo(chips, "committee", committee, "业委会");
        addYesNo(chips, "company", company, "管理单位");
        addYesNo(chips, "account", account, "独立专户");
        return chips.list();
    }

    private static void addYesNo(Chips chips, String parameter, @Nullable String value, String label) {
        Boolean wanted = yesNo(value);
        chips.when(parameter, wanted != null, (Boolean.TRUE.equals(wanted) ? "有" : "没有") + label);
    }

    private Optional<Street> place(SeenDistricts seen) {
        return streets(seen).stream()
                .filter(found -> found.id().toString().equals(street))
                .findFirst();
    }

    private Optional<AreaType> areaType() {
        return FilterText.one(AreaType.class, type);
    }

    private static @Nullable Boolean yesNo(@Nullable String value) {
        return "yes".equals(value) ? Boolean.TRUE : "no".equals(value) ? Boolean.FALSE : null;
    }
}
