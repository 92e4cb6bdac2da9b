package org.maintenancefund.audit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditSearch;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/** The filters of 操作日志 as they stand in the address. What can't be read is told by {@link #chips} and finds nothing. */
record AuditFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable String operator,
        @Nullable String action,
        @Nullable String object) {

    AuditSearch search(Cursor cursor) {
        return new AuditSearch(
                begin().orElse(null),
                end().orElse(null),
                FilterText.searched(operator),
                FilterText.searched(action),
                FilterText.searched(object),
                cursor);
    }

    /**
     * The filters in force, each with the address that drops it.
     *
     * @param occurring the codes of actions that stand in the trail, those without a word of ours too
     */
    List<Chip> chips(AuditLabels labels, List<String> occurring, Cursor cursor) {
        return Chips.of("/audit")
                .from(cursor)
                .parameter("from", from)
                .parameter("to", to)
                .parameter("operator", operator)
                .parameter("action", action)
                .parameter("object", object)
                .chosen("from", begin(), day -> "从 " + day)
                .chosen("to", end(), day -> "至 " + day)
                .chosen("operator", said(operator), text -> "操作人：" + text)
                .chosen(
                        "action",
                        said(action).filter(code -> labels.hasAction(code) || occurring.contains(code)),
                        code -> "操作：" + labels.action(code))
                .chosen("object", said(object), text -> "对象：" + text)
                .list();
    }

    public Optional<LocalDate> begin() {
        return FilterText.day(from);
    }

    public Optional<LocalDate> end() {
        return FilterText.day(to);
    }

    private static Optional<String> said(@Nullable String typed) {
        return Optional.of(FilterText.searched(typed)).filter(text -> !text.isEmpty());
    }
}
