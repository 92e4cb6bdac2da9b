package org.maintenancefund.account.management;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作员管理 and 工作人员账号: the list, and the same list as a spreadsheet. */
@Controller
class OperatorListController {

    private final OperatorList list;
    private final Exports exports;
    private final Clock clock;

    OperatorListController(OperatorList list, Exports exports, Clock clock) {
        this.list = list;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping({"/operators", "/staff"})
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        OperatorScope reach = OperatorScope.of(user);
        model.addAttribute("title", title(reach));
        model.addAttribute("reach", reach);
        model.addAttribute("submission", UUID.randomUUID());
        list.page(reach, address).show(model);
        return "account/operators";
    }

    @GetMapping({"/operators/export", "/staff/export"})
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        OperatorScope reach = OperatorScope.of(user);
        exports.send(response, title(reach), list.page(reach, address), columns());
    }

    private List<SheetColumn<OperatorList.Row>> columns() {
        return List.of(
                SheetColumn.of("account.column.name", OperatorList.Row::personName),
                SheetColumn.of("account.column.username", OperatorList.Row::username),
                SheetColumn.of("account.column.organisation", OperatorList.Row::organisation),
                SheetColumn.of("account.column.orgType", row -> row.orgType().label()),
                SheetColumn.of("account.column.role", row -> row.role().label()),
                SheetColumn.of("account.column.mobile", row -> row.mobile().masked()),
                SheetColumn.of("account.column.source", row -> row.source().label()),
                SheetColumn.of("account.column.state", row -> row.state().label()),
                SheetColumn.of(
                        "account.column.lastSignIn",
                        row -> row.lastSignInAt() == null
                                ? null
                                : LocalDate.ofInstant(row.lastSignInAt(), clock.getZone())),
                SheetColumn.of("account.column.created", row -> LocalDate.ofInstant(row.createdAt(), clock.getZone())));
    }

    private static String title(OperatorScope reach) {
        return (reach.isStaff() ? Page.STAFF : Page.OPERATORS).label();
    }
}
