package org.maintenancefund.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditLog;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作日志: the list, and the same list as a spreadsheet; that it went out stands in the trail too. */
@Controller
@RequiredArgsConstructor
class AuditListController {

    private static final String PATH = "/audit";
    private final AuditLog trail;
    private final AuditLabels labels;
    private final Exports exports;

    @GetMapping(PATH)
    String list(@RequestParam MultiValueMap<String, String> address, Model model) {
        list(address).show(model);
        return "audit/list";
    }

    @GetMapping(PATH + "/export")
    void export(@RequestParam MultiValueMap<String, String> address, HttpServletResponse response) throws IOException {
        exports.send(response, Page.AUDIT.label(), list(address), columns());
    }

    private ListPage<AuditRow> list(Map<String, List<String>> address) {
        ListFilter filter = new ListFilter(PATH, address);
        List<String> actions = Stream.concat(
                        trail.actions().stream(),
                        Stream.of(filter.shown("action")).filter(labels::hasAction))
                .distinct()
                .toList();
        Listing<AuditEntry> found = trail.list(
                filter.day("from", day -> Messages.of("audit.filter.from", day)),
                filter.day("to", day -> Messages.of("audit.filter.to", day)),
                filter.text("operator", text -> Messages.of("audit.filter.operator", text)),
                filter.one(
                        "action",
                        actions,
                        code -> code,
                        labels::action,
                        action -> Messages.of("audit.filter.action", action)),
                filter.text("object", text -> Messages.of("audit.filter.object", text)));
        return new ListPage<>(
                filter,
                found.map(entries -> entries.stream()
                        .map(entry -> AuditRow.of(entry, labels))
                        .toList()));
    }

    private List<SheetColumn<AuditRow>> columns() {
        return List.of(
                SheetColumn.of("audit.export.time", row -> Times.second(row.occurredAt())),
                SheetColumn.of("audit.column.person", AuditRow::person),
                SheetColumn.of(
                        "audit.column.role",
                        row -> row.entry().role() == null
                                ? null
                                : labels.role(row.entry().role())),
                SheetColumn.of("audit.export.organisation", AuditRow::organisation),
                SheetColumn.of("audit.column.action", AuditRow::action),
                SheetColumn.of("audit.column.object", AuditRow::object),
                SheetColumn.of("audit.export.objectId", row -> row.entry().objectId()),
                SheetColumn.of("audit.export.changes", row -> changes(row.entry())),
                SheetColumn.of("audit.column.result", row -> row.result().label()),
                SheetColumn.of("audit.column.address", AuditRow::address),
                SheetColumn.of("audit.column.request", row -> row.entry().requestNumber()));
    }

    private String changes(AuditEntry entry) {
        return String.join(
                "；",
                entry.changes().stream()
                        .map(change -> labels.field(change.field()) + "：" + labels.value(change.before()) + " → "
                                + labels.value(change.after()))
                        .toList());
    }
}
