package org.maintenancefund.area.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaTraits;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the list of areas as they stand in the address. What can't be read filters nothing.
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

    private static final int LONGEST = 100;

    /** What is looked for, cut to a length that could be found. */
    public String text() {
        String typed = ChineseText.trim(q);
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    /** What is searched, among the districts that the person may see. */
    AreaSearch search(List<DistrictCentre> open, LocalDate today) {
        DistrictId wanted = chosen(open)
                .map(DistrictCentre::id)
                .orElse(open.size() == 1 ? open.get(0).id() : null);
        AreaSearch search = AreaSearch.of(text())
                .in(wanted)
                .having(new AreaTraits(
                        areaType().orElse(null), yesNo(committee), yesNo(company), yesNo(account), today));
        Optional<Street> place = street(open);
        search = place.isPresent() ? search.in(place.get().id()) : search;
        return isMerged() ? search.includingMerged() : search;
    }

    public boolean isMerged() {
        return "1".equals(merged);
    }

    /** The streets that can be chosen: those of the district. */
    List<Street> streets(List<DistrictCentre> open) {
        return open.size() == 1
                ? open.get(0).streets()
                : chosen(open).map(DistrictCentre::streets).orElse(List.of());
    }

    List<Chip> chips(List<DistrictCentre> open) {
        List<Chip> chips = new ArrayList<>();
        if (!text().isEmpty()) {
            chips.add(chip("包含“" + text() + "”", "q"));
        }
        chosen(open).ifPresent(centre -> chips.add(chip(centre.name(), "district")));
        street(open).ifPresent(place -> chips.add(chip(place.name(), "street")));
        areaType().ifPresent(kind -> chips.add(chip(kind.label(), "type")));
        if (isMerged()) {
            chips.add(chip("包括已合并的", "merged"));
        }
        yesNoChip(chips, committee, "业委会", "committee");
        yesNoChip(chips, company, "管理单位", "company");
        yesNoChip(chips, account, "独立专户", "account");
        return chips;
    }

    private void yesNoChip(List<Chip> chips, @Nullable String value, String label, String parameter) {
        Boolean wanted = yesNo(value);
        if (wanted != null) {
            chips.add(chip((wanted ? "有" : "没有") + label, parameter));
        }
    }

    private Chip chip(String label, String without) {
        return new Chip(label, address(without).encode().toUriString());
    }

    private UriComponentsBuilder address(String without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        add(address, "q", q, without);
        add(address, "district", district, without);
        // A street belongs to its district.
        add(address, "street", without.equals("district") ? null : street, without);
        add(address, "type", type, without);
        add(address, "merged", merged, without);
        add(address, "committee", committee, without);
        add(address, "company", company, without);
        add(address, "account", account, without);
        return address;
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

    private Optional<Street> street(List<DistrictCentre> open) {
        return streets(open).stream()
                .filter(place -> place.id().toString().equals(street))
                .findFirst();
    }

    private Optional<AreaType> areaType() {
        return Arrays.stream(AreaType.values())
                .filter(kind -> kind.name().equals(type))
                .findFirst();
    }

    private static @Nullable Boolean yesNo(@Nullable String value) {
        return "yes".equals(value) ? Boolean.TRUE : "no".equals(value) ? Boolean.FALSE : null;
    }
}
