package org.maintenancefund.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditLog;
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
class AuditListController {

    private static final String PATH = "/audit";
    private final AuditLog trail;
    private final AuditLabels labels;
    private final Exports exports;

    AuditListController(AuditLog trail, AuditLabels labels, Exports exports) {
        this.trail = trail;
        this.labels = labels;
        this.exports = exports;
    }

    @GetMapping(PATH)
    String list(@RequestParam MultiValueMap<String, String> address, Model model) {
        list(address).show(model);
        return "audit/list";
    }

    @GetMapping(PATH + "/export")
    void export(@RequestParam MultiValueMap<String, String> address, HttpServletResponse response) throws IOException {
        exports.send(response, "操作日志", list(address), columns());
    }

    private ListPage<AuditRow> list(Map<String, List<String>> address) {
        ListFilter filter = new ListFilter(PATH, address);
        List<String> actions = Stream.concat(
                        trail.actions().stream(),
                        Stream.of(filter.shown("action")).filter(labels::hasAction))
                .distinct()
                .toList();
        Listing<AuditEntry> found = trail.list(
                filter.day("from", day -> "从 " + day),
                filter.day("to", day -> "至 " + day),
                filter.text("operator", text -> "操作人：" + text),
                filter.one("action", actions, code -> code, labels::action, action -> "操作：" + action),
                filter.text("object", text -> "对象：" + text));
        return new ListPage<>(
                filter,
                found.map(entries -> entries.stream()
                        .map(entry -> AuditRow.of(entry, labels))
                        .toList()));
    }

    private List<SheetColumn<AuditRow>> columns() {
        return List.of(
                new SheetColumn<>("时间", row -> Times.second(row.occurredAt())),
                new SheetColumn<>("操作人", AuditRow::person),
                new SheetColumn<>(
                        "角色",
                        row -> row.entry().role() == null
                                ? null
                                : labels.role(row.entry().role())),
                new SheetColumn<>("机构", AuditRow::organisation),
                new SheetColumn<>("操作", AuditRow::action),
                new SheetColumn<>("对象", AuditRow::object),
                new SheetColumn<>("对象编号", row -> row.entry().objectId()),
                new SheetColumn<>("变更", row -> changes(row.entry())),
                new SheetColumn<>("结果", row -> row.result().label()),
                new SheetColumn<>("来源地址", AuditRow::address),
                new SheetColumn<>("请求编号", row -> row.entry().requestNumber()));
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
