package org.maintenancefund.closing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.closing.ClosedAreaList;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The snapshot of a month area by area, and the same as a spreadsheet. */
@Controller
@RequestMapping(ClosingController.PATH + "/{month}/areas")
@RequiredArgsConstructor
class ClosedAreaController {

    private static final List<SheetColumn<ClosedAreaList.Row>> COLUMNS = List.of(
            SheetColumn.of("closing.field.area", ClosedAreaList.Row::name),
            SheetColumn.of("closing.areas.code", ClosedAreaList.Row::code),
            SheetColumn.of("closing.field.units", ClosedAreaList.Row::units),
            SheetColumn.of("closing.field.balance", row -> row.balance().decimal()),
            SheetColumn.of("closing.field.posted", row -> row.posted().decimal()),
            SheetColumn.of("closing.field.billed", row -> row.billed().decimal()),
            SheetColumn.of("closing.field.paid", row -> row.paid().decimal()),
            SheetColumn.of("closing.field.open", row -> row.open().decimal()),
            SheetColumn.of("closing.field.sha256", ClosedAreaList.Row::sha256));

    private final ClosedAreaList list;
    private final Districts districts;
    private final Exports exports;

    @GetMapping
    String list(
            @PathVariable YearMonth month,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        areas(month, address, user).show(model);
        model.addAttribute("month", month);
        String title = Messages.of("closing.title.areas", month);
        model.addAttribute("title", title);
        model.addAttribute(Crumb.ATTRIBUTE, ClosingController.crumbs(month, title));
        return "closing/areas";
    }

    @GetMapping("/export")
    void export(
            @PathVariable YearMonth month,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Messages.of("closing.title.areas", month), areas(month, address, user), COLUMNS, user);
    }

    private ListPage<ClosedAreaList.Row> areas(YearMonth month, Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(ClosingController.PATH + "/" + month + "/areas", address);
        return new ListPage<>(filter, list.of(month, districts.seenBy(user).limitId(filter), filter.text("text")));
    }
}
