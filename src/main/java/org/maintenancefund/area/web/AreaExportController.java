package org.maintenancefund.area.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 导出 Excel of exactly what the list is filtered to; sent row by row. */
@Controller
class AreaExportController {

    private static final List<SheetColumn<AreaView>> COLUMNS = List.of(
            new SheetColumn<>("编号", AreaView::code),
            new SheetColumn<>("名称", AreaView::name),
            new SheetColumn<>("曾用名", area -> String.join("、", area.aliases())),
            new SheetColumn<>("区", AreaView::districtName),
            new SheetColumn<>("街道", AreaView::streetName),
            new SheetColumn<>("社区", AreaView::community),
            new SheetColumn<>("地址", AreaView::address),
            new SheetColumn<>("宗地号", area -> String.join("、", area.parcelNumbers())),
            new SheetColumn<>("物业类型", area -> area.type().label()),
            new SheetColumn<>("总建筑面积（㎡）", area -> area.floorAreas().total()),
            new SheetColumn<>("住宅面积（㎡）", area -> area.floorAreas().residential()),
            new SheetColumn<>("商业面积（㎡）", area -> area.floorAreas().commercial()),
            new SheetColumn<>("其他面积（㎡）", area -> area.floorAreas().other()),
            new SheetColumn<>("幢数", AreaView::buildings),
            new SheetColumn<>("户数", AreaView::households),
            new SheetColumn<>("建成年份", AreaView::yearBuilt),
            new SheetColumn<>("开户银行", area -> account(area, 0)),
            new SheetColumn<>("户名", area -> account(area, 1)),
            new SheetColumn<>("账号", area -> account(area, 2)),
            new SheetColumn<>("状态", area -> area.state().label()));

    private final AreaFinder finder;
    private final OpenAreas open;
    private final Exports exports;
    private final Clock clock;

    AreaExportController(AreaFinder finder, OpenAreas open, Exports exports, Clock clock) {
        this.finder = finder;
        this.open = open;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/areas/export")
    void export(AreaFilterForm form, @AuthenticationPrincipal CurrentUser user, HttpServletResponse response)
            throws IOException {
        SeenDistricts seen = open.districts(user);
        LocalDate today = LocalDate.now(clock);
        AreaSearch search = form.search(seen, today);
        exports.send(
                response,
                new Export<>(
                        "物业区域",
                        form.chips(seen, search.cursor()),
                        finder.count(search),
                        COLUMNS,
                        new Batches<>(NameQuery.KEY_PARTS, cursor -> finder.batch(search.from(cursor)))));
    }

    private static String account(AreaView area, int part) {
        FundAccount account = area.fundAccount();
        return account == null
                ? ""
                : switch (part) {
                    case 0 -> account.bank();
                    case 1 -> account.accountName();
                    default -> account.accountNumber();
                };
    }
}
