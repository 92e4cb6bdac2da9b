package org.maintenancefund.audit.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditSearch;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;

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
        from = day(from) == null ? "" : ChineseText.clean(from);
        to = day(to) == null ? "" : ChineseText.clean(to);
        operator = text(operator);
        action = text(action);
        object = text(object);
    }

    AuditSearch search(Cursor cursor) {
        return new AuditSearch(day(from), day(to), said(operator), said(action), said(object), cursor);
    }

    List<Chip> chips(AuditLabels labels) {
        return Chips.of("/audit")
                .parameter("from", from)
                .parameter("to", to)
                .parameter("operator", operator)
                .parameter("action", action)
                .parameter("object", object)
                .when("from", day(from) != null, "从 " + from)
                .when("to", day(to) != null, "至 " + to)
                .when("operator", !said(operator).isEmpty(), "操作人：" + operator)
                .when("action", !said(action).isEmpty(), "操作：" + labels.action(said(action)))
                .when("object", !said(object).isEmpty(), "对象：" + object)
                .list();
    }

    /** Nothing was asked for, in the address or at all: both are the empty text. */
    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = LocalDate.parse(ChineseText.clean(typed));
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
