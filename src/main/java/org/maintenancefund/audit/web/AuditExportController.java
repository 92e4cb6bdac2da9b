package org.maintenancefund.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditLog;
import org.maintenancefund.audit.domain.AuditSearch;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 导出 Excel of what 操作日志 is filtered to; that it went out stands in the trail too. */
@Controller
class AuditExportController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditLog trail;
    private final AuditLabels labels;
    private final Exports exports;
    private final Clock clock;

    AuditExportController(AuditLog trail, AuditLabels labels, Exports exports, Clock clock) {
        this.trail = trail;
        this.labels = labels;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/audit/export")
    void export(AuditFilter filter, HttpServletResponse response) throws IOException {
        exports.send(
                response,
                new Export<>(
                        "操作日志",
                        filter.chips(labels, trail.actions(), Cursor.start()),
                        trail.count(filter.search(Cursor.start())),
                        columns(),
                        new Batches<>(AuditSearch.KEY_PARTS, cursor -> trail.batch(filter.search(cursor)))));
    }

    private List<SheetColumn<AuditEntry>> columns() {
        return List.of(
                new SheetColumn<>("时间", entry -> time(entry.occurredAt())),
                new SheetColumn<>("操作人", entry -> row(entry).person()),
                new SheetColumn<>("角色", entry -> entry.role() == null ? null : labels.role(entry.role())),
                new SheetColumn<>("机构", entry -> row(entry).organisation()),
                new SheetColumn<>("操作", entry -> row(entry).action()),
                new SheetColumn<>("对象", entry -> row(entry).object()),
                new SheetColumn<>("对象编号", AuditEntry::objectId),
                new SheetColumn<>("变更", this::changes),
                new SheetColumn<>("结果", entry -> row(entry).resultLabel()),
                new SheetColumn<>("来源地址", AuditEntry::remoteAddress),
                new SheetColumn<>("请求编号", AuditEntry::requestNumber));
    }

    private AuditRow row(AuditEntry entry) {
        return AuditRow.of(entry, labels);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
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
