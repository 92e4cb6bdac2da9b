package org.maintenancefund.audit.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** 操作日志: the list, and the same list as a spreadsheet; that it went out stands in the trail too. */
@Controller
@RequestMapping(AuditListController.PATH)
class AuditListController extends ListController<AuditRow> {

    static final String PATH = "/audit";
    private final AuditLog trail;
    private final AuditLabels labels;

    AuditListController(AuditLog trail, AuditLabels labels, Exports exports) {
        super(exports, "audit/list", "Page.AUDIT");
        this.trail = trail;
        this.labels = labels;
    }

    @Override
    protected ListPage<AuditRow> list(Map<String, List<String>> address, CurrentUser user) {
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

    @Override
    protected List<SheetColumn<AuditRow>> columns() {
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
