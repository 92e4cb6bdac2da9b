package org.maintenancefund.committee.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.committee.domain.TermWatch;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of 业委会信息查询, as they stand in the address; what can't be read asks nothing. */
record CommitteeFilterForm(
        @Nullable String q,
        @Nullable String district,
        @Nullable String attribute,
        @Nullable String status,
        @Nullable String watch) {

    static final String PATH = "/committees";

    private static final int LONGEST = 60;

    /** What is looked for, cut to a length that could be found. */
    public String text() {
        String typed = ChineseText.trim(q);
        return typed.substring(0, typed.offsetByCodePoints(0, Math.min(ChineseText.length(typed), LONGEST)));
    }

    /** What is searched, among the districts that the person may see. */
    CommitteeRegister.Filter filter(List<DistrictCentre> open) {
        return new CommitteeRegister.Filter(
                text(),
                one(CommitteeAttribute.values(), attribute).orElse(null),
                one(CommitteeStatus.values(), status).orElse(null),
                one(TermWatch.values(), watch).orElse(null),
                chosen(open)
                        .map(DistrictCentre::id)
                        .orElse(open.size() == 1 ? open.get(0).id() : null));
    }

    List<Chip> chips(List<DistrictCentre> open) {
        List<Chip> chips = new ArrayList<>();
        if (!text().isEmpty()) {
            chips.add(chip("包含“" + text() + "”", "q"));
        }
        chosen(open).ifPresent(centre -> chips.add(chip(centre.name(), "district")));
        one(CommitteeAttribute.values(), attribute).ifPresent(kind -> chips.add(chip(kind.label(), "attribute")));
        one(CommitteeStatus.values(), status).ifPresent(kind -> chips.add(chip(kind.label(), "status")));
        one(TermWatch.values(), watch).ifPresent(kind -> chips.add(chip(kind.label(), "watch")));
        return chips;
    }

    private Chip chip(String label, String without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        add(address, "q", q, without);
        add(address, "district", district, without);
        add(address, "attribute", attribute, without);
        add(address, "status", status, without);
        add(address, "watch", watch, without);
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
