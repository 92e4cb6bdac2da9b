package org.maintenancefund.office.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeSearch;
import org.maintenancefund.office.OfficeState;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of 小区管理处查询 as they stand in the address. What can't be read filters nothing.
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

    private static final int LONGEST = 100;

    public String text() {
        return cut(q);
    }

    public String companyText() {
        return cut(company);
    }

    /** What is searched, among the districts that the person may see. */
    OfficeSearch search(List<DistrictCentre> open, Cursor cursor) {
        return new OfficeSearch(
                null,
                text(),
                companyText(),
                chosen(open)
                        .map(DistrictCentre::id)
                        .orElse(open.size() == 1 ? open.get(0).id() : null),
                chosenState().orElse(null),
                cursor);
    }

    List<Chip> chips(List<DistrictCentre> open) {
        List<Chip> chips = new ArrayList<>();
        if (!text().isEmpty()) {
            chips.add(chip("包含“" + text() + "”", "q"));
        }
        if (!companyText().isEmpty()) {
            chips.add(chip("企业包含“" + companyText() + "”", "company"));
        }
        chosen(open).ifPresent(centre -> chips.add(chip(centre.name(), "district")));
        chosenState().ifPresent(kind -> chips.add(chip(kind.label(), "state")));
        return chips;
    }

    private Chip chip(String label, String without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        add(address, "q", q, without);
        add(address, "company", company, without);
        add(address, "district", district, without);
        add(address, "state", state, without);
        return new Chip(label, address.encode().toUriString());
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value, String without) {
        if (value != null && !value.isBlank() && !name.equals(without)) {
            address.queryParam(name, value.strip());
        }
    }

    /** Cut to a length that could be found. */
    private static String cut(@Nullable String value) {
        String typed = ChineseText.trim(value);
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private Optional<DistrictCentre> chosen(List<DistrictCentre> open) {
        return open.size() == 1
                ? Optional.empty()
                : open.stream()
                        .filter(centre -> centre.id().toString().equals(district))
                        .findFirst();
    }

    private Optional<OfficeState> chosenState() {
        return Arrays.stream(OfficeState.values())
                .filter(kind -> kind.name().equals(state))
                .findFirst();
    }
}
