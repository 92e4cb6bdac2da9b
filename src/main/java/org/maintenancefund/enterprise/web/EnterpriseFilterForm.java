package org.maintenancefund.enterprise.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.enterprise.EnterpriseSearch;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of 物业服务企业查询 as they stand in the address. What can't be read filters nothing. */
record EnterpriseFilterForm(
        @Nullable String q,
        @Nullable String district,
        @Nullable String qualification,
        @Nullable String state) {

    static final String PATH = "/enterprises";

    private static final int LONGEST = 100;

    /** What is looked for, cut to a length that could be found. */
    public String text() {
        String typed = ChineseText.trim(q);
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    /** What is searched, among the districts that the person may see. */
    EnterpriseSearch search(List<DistrictCentre> open, Cursor cursor) {
        return new EnterpriseSearch(
                text(),
                chosen(open)
                        .map(DistrictCentre::id)
                        .orElse(open.size() == 1 ? open.get(0).id() : null),
                one(Qualification.values(), qualification).orElse(null),
                one(EnterpriseState.values(), state).orElse(null),
                cursor);
    }

    List<Chip> chips(List<DistrictCentre> open) {
        List<Chip> chips = new ArrayList<>();
        if (!text().isEmpty()) {
            chips.add(chip("包含“" + text() + "”", "q"));
        }
        chosen(open).ifPresent(centre -> chips.add(chip(centre.name(), "district")));
        one(Qualification.values(), qualification).ifPresent(kind -> chips.add(chip(kind.label(), "qualification")));
        one(EnterpriseState.values(), state).ifPresent(kind -> chips.add(chip(kind.label(), "state")));
        return chips;
    }

    private Chip chip(String label, String without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        add(address, "q", q, without);
        add(address, "district", district, without);
        add(address, "qualification", qualification, without);
        add(address, "state", state, without);
        return new Chip(label, address.encode().toUriString());
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value, String without) {
        if (value != null && !value.isBlank() && !name.equals(without)) {
            address.queryParam(name, value.strip());
        }
    }

    private Optional<DistrictCentre> chosen(List<DistrictCentre> open) {
        return open.size() == 1
                ? Optional.empty()
                : open.stream()
                        .filter(centre -> centre.id().toString().equals(district))
                        .findFirst();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
