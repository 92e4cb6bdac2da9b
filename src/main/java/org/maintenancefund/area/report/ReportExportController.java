package org.maintenancefund.area.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.FilterText;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 导出 Excel of the reports under a tab. */
@Controller
class ReportExportController {

    private static final List<SheetColumn<ReportList.Row>> COLUMNS = List.of(
            new SheetColumn<>("编号", ReportList.Row::number),
            new SheetColumn<>("问题", row -> row.kind().label()),
            new SheetColumn<>("涉及的小区", ReportList.Row::areas),
            new SheetColumn<>("联系人姓名", ReportList.Row::contactName),
            new SheetColumn<>("联系人手机号码", row -> row.contactMobile().masked()),
            new SheetColumn<>("反馈时间", row -> ApplicationRows.time(row.reportedAt())),
            new SheetColumn<>("状态", row -> row.state().label()),
            new SheetColumn<>("答复", ReportList.Row::reply),
            new SheetColumn<>("电话通知", row -> row.told() ? "已通知" : row.state() == ReportState.OPEN ? "" : "未通知"));

    private final ReportList list;
    private final Exports exports;

    ReportExportController(ReportList list, Exports exports) {
        this.list = list;
        this.exports = exports;
    }

    @GetMapping(ReportsController.PATH + "/export")
    void export(
            @RequestParam(defaultValue = "OPEN") String tab,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        ReportState state = FilterText.one(ReportState.class, tab).orElse(null);
        String label = state == null ? "全部" : state.label();
        List<Chip> chips = new ArrayList<>(ReportsController.chips(tab, Cursor.start()));
        chips.add(0, new Chip(label, ReportsController.PATH + "?tab=" + tab));
        exports.send(
                response,
                new Export<>(
                        "物业区域问题反馈",
                        chips,
                        list.count(user, state),
                        COLUMNS,
                        new Batches<>(ReportList.KEY_PARTS, cursor -> list.batch(user, state, cursor))));
    }
}
