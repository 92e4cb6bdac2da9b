package org.maintenancefund.area.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of reports, and the same list as a spreadsheet. */
@Controller
@RequiredArgsConstructor
class ReportListController {

    private static final String ALL = "ALL";

    private static final List<SheetColumn<ReportList.Row>> COLUMNS = List.of(
            SheetColumn.of("area.report.column.number", ReportList.Row::number),
            SheetColumn.of("area.report.column.kind", row -> row.kind().label()),
            SheetColumn.of("area.report.field.areas", ReportList.Row::areas),
            SheetColumn.of("area.report.field.contactName", ReportList.Row::contactName),
            SheetColumn.of(
                    "area.report.field.contactMobile",
                    row -> row.contactMobile().masked()),
            SheetColumn.of("area.report.column.reported", row -> Times.minute(row.reportedAt())),
            SheetColumn.of("area.report.column.state", row -> row.state().label()),
            SheetColumn.of("area.report.column.reply", ReportList.Row::reply),
            SheetColumn.of(
                    "area.report.column.told",
                    row -> row.told()
                            ? Messages.of("area.report.told.yes")
                            : row.state() == ReportState.OPEN ? "" : Messages.of("area.report.told.no")));

    private final ReportList list;
    private final Exports exports;

    @GetMapping(ReportsController.PATH)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListPage<ReportList.Row> page = list(address, user);
        page.show(model);
        model.addAttribute(
                "tabs", page.filter().tabs("tab", tab -> found(tab, user).count()));
        return "area/report-list";
    }

    @GetMapping(ReportsController.PATH + "/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Page.AREA_REPORTS.label(), list(address, user), COLUMNS);
    }

    private ListPage<ReportList.Row> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(ReportsController.PATH, address);
        List<Option> tabs = Option.ofEnumAnd(ReportState.class, Option.of(ALL, Messages.of("area.report.all")));
        return new ListPage<>(filter, found(filter.tab("tab", tabs, ReportState.OPEN.name()), user));
    }

    private Listing<ReportList.Row> found(String tab, CurrentUser user) {
        return list.list(user, Optional.of(tab).filter(state -> !state.equals(ALL)));
    }
}
