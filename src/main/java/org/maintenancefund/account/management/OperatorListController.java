package org.maintenancefund.account.management;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作员管理 and 工作人员账号: the list, and the same list as a spreadsheet. */
@Controller
class OperatorListController {

    private final OperatorList list;
    private final AccountProperties limits;
    private final Exports exports;
    private final Clock clock;

    OperatorListController(OperatorList list, AccountProperties limits, Exports exports, Clock clock) {
        this.list = list;
        this.limits = limits;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping({"/operators", "/staff"})
    String list(
            OperatorFilter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        OperatorScope reach = OperatorScope.of(user);
        Cursor cursor = NameQuery.cursor(after, before);
        List<Chip> chips = filter.chips(reach.path(), limits.unusedDays(), cursor);
        boolean readable = Chips.readable(chips);
        model.addAttribute("title", title(reach));
        model.addAttribute("path", reach.path());
        model.addAttribute("reach", reach);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "kinds",
                reach.kinds().stream()
                        .sorted()
                        .map(kind -> Option.of(kind, kind.label()))
                        .toList());
        model.addAttribute("states", Arrays.asList(OperatorState.values()));
        model.addAttribute("unusedDays", limits.unusedDays());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", readable ? list.page(reach, filter, cursor) : Slice.empty());
        model.addAttribute("total", readable ? list.count(reach, filter) : CappedCount.none());
        model.addAttribute("submission", UUID.randomUUID());
        return "account/operators";
    }

    @GetMapping({"/operators/export", "/staff/export"})
    void export(OperatorFilter filter, @AuthenticationPrincipal CurrentUser user, HttpServletResponse response)
            throws IOException {
        OperatorScope reach = OperatorScope.of(user);
        exports.send(
                response,
                new Export<>(
                        title(reach),
                        filter.chips(reach.path(), limits.unusedDays(), Cursor.start()),
                        list.count(reach, filter),
                        columns(),
                        new Batches<>(OperatorList.KEY_PARTS, cursor -> list.batch(reach, filter, cursor))));
    }

    private List<SheetColumn<OperatorList.Row>> columns() {
        return List.of(
                new SheetColumn<>("姓名", OperatorList.Row::personName),
                new SheetColumn<>("用户名", OperatorList.Row::username),
                new SheetColumn<>("所属机构", OperatorList.Row::organisation),
                new SheetColumn<>("机构类型", row -> row.orgType().label()),
                new SheetColumn<>("角色", row -> row.role().label()),
                new SheetColumn<>("手机号码", row -> row.mobile().masked()),
                new SheetColumn<>("密码来源", row -> row.source().label()),
                new SheetColumn<>("状态", row -> row.state().label()),
                new SheetColumn<>(
                        "最近登录",
                        row -> row.lastSignInAt() == null
                                ? null
                                : LocalDate.ofInstant(row.lastSignInAt(), clock.getZone())),
                new SheetColumn<>("创建日期", row -> LocalDate.ofInstant(row.createdAt(), clock.getZone())));
    }

    private static String title(OperatorScope reach) {
        return (reach.isStaff() ? Page.STAFF : Page.OPERATORS).label();
    }
}
