package org.maintenancefund.account.management;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the list of operators as they stand in the address. What can't be read filters nothing.
 *
 * @param kind   of organisation
 * @param unused 1: never activated; 2: not signed in for as long as is set
 * @param few    1: of organisations with fewer than two people
 */
record OperatorFilter(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String unused,
        @Nullable String few) {

    static final String NEVER_ACTIVATED = "1";
    static final String NOT_USED = "2";
    private static final int LONGEST = 60;

    /** What is looked for, cut to a length that could be found. */
    public String text() {
        String typed = ChineseText.trim(q);
        return typed.substring(0, typed.offsetByCodePoints(0, Math.min(ChineseText.length(typed), LONGEST)));
    }

    Optional<OrgType> orgType() {
        return Arrays.stream(OrgType.values())
                .filter(value -> value.name().equals(kind))
                .findFirst();
    }

    Optional<OperatorState> operatorState() {
        return Arrays.stream(OperatorState.values())
                .filter(value -> value.name().equals(state))
                .findFirst();
    }

    boolean neverActivated() {
        return NEVER_ACTIVATED.equals(unused);
    }

    boolean notUsed() {
        return NOT_USED.equals(unused);
    }

    boolean ofFew() {
        return "1".equals(few);
    }

    /**
     * The active filters.
     *
     * @param unusedDays what 2 of {@link #unused} means
     */
    List<Chip> chips(String path, long unusedDays) {
        List<Chip> chips = new ArrayList<>();
        if (!text().isEmpty()) {
            chips.add(chip(path, "包含“" + text() + "”", "q"));
        }
        orgType().ifPresent(type -> chips.add(chip(path, type.label(), "kind")));
        operatorState().ifPresent(value -> chips.add(chip(path, value.label(), "state")));
        if (neverActivated()) {
            chips.add(chip(path, "从未激活", "unused"));
        }
        if (notUsed()) {
            chips.add(chip(path, unusedDays + " 天未使用", "unused"));
        }
        if (ofFew()) {
            chips.add(chip(path, "单位少于两位操作员", "few"));
        }
        return chips;
    }

    private Chip chip(String path, String label, String without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q, without);
        add(address, "kind", kind, without);
        add(address, "state", state, without);
        add(address, "unused", unused, without);
        add(address, "few", few, without);
        return new Chip(label, address.encode().toUriString());
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value, String without) {
        if (value != null && !value.isBlank() && !name.equals(without)) {
            address.queryParam(name, value.strip());
        }
    }
}
