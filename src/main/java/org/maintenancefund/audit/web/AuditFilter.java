package org.maintenancefund.audit.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditSearch;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of 操作日志 as they stand in the address. What can't be read is left out: an address that was cut or edited
 * still shows a list.
 */
record AuditFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable String operator,
        @Nullable String action,
        @Nullable String object) {

    private static final int MAX_TEXT = 100;

    AuditFilter {
        from = day(from) == null ? "" : ChineseText.trim(from);
        to = day(to) == null ? "" : ChineseText.trim(to);
        operator = text(operator);
        action = text(action);
        object = text(object);
    }

    AuditSearch search(Cursor cursor) {
        return new AuditSearch(day(from), day(to), operator, action, object, cursor);
    }

    List<Chip> chips(AuditLabels labels) {
        List<Chip> chips = new ArrayList<>();
        add(chips, "从 ", from, new AuditFilter("", to, operator, action, object));
        add(chips, "至 ", to, new AuditFilter(from, "", operator, action, object));
        add(chips, "操作人：", operator, new AuditFilter(from, to, "", action, object));
        add(chips, "操作：", labels.action(action), new AuditFilter(from, to, operator, "", object));
        add(chips, "对象：", object, new AuditFilter(from, to, operator, action, ""));
        return chips;
    }

    private static void add(List<Chip> chips, String label, String value, AuditFilter without) {
        if (!value.isEmpty()) {
            chips.add(new Chip(label + value, without.address()));
        }
    }

    private String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
        addParameter(address, "from", from);
        addParameter(address, "to", to);
        addParameter(address, "operator", operator);
        addParameter(address, "action", action);
        addParameter(address, "object", object);
        return address.encode().toUriString();
    }

    private static void addParameter(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = LocalDate.parse(ChineseText.trim(typed));
            return day.getYear() >= 2000 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        var text = ChineseText.optional(typed, MAX_TEXT);
        return text.isOk() ? text.value() : "";
    }
}
