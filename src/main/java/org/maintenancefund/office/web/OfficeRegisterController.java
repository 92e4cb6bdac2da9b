package org.maintenancefund.office.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.office.OfficeSearch;
import org.maintenancefund.office.OfficeState;
import org.maintenancefund.office.domain.OfficeSearches;
import org.maintenancefund.office.web.RegisterLines.Line;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 小区管理处查询: the list, and the same list as a spreadsheet. */
@Controller
class OfficeRegisterController {

    private static final List<SheetColumn<Line>> COLUMNS = List.of(
            new SheetColumn<>("管理处名称", line -> line.office().name()),
            new SheetColumn<>("物业服务企业", line -> line.company().name()),
            new SheetColumn<>("统一社会信用代码", line -> line.company().creditCode()),
            new SheetColumn<>("所属区", Line::district),
            new SheetColumn<>("地址", line -> line.office().details().address()),
            new SheetColumn<>("负责人", line -> line.office().details().head()),
            new SheetColumn<>("联系人姓名", line -> line.office().details().contactName()),
            new SheetColumn<>(
                    "联系人手机号码", line -> line.office().details().contactMobile().masked()),
            new SheetColumn<>("值班电话", line -> line.office().details().dutyPhone()),
            new SheetColumn<>("报修电话", line -> line.office().details().repairPhone()),
            new SheetColumn<>("所管物业区域", line -> String.join("、", line.areas())),
            new SheetColumn<>("状态", line -> line.office().state().label()),
            new SheetColumn<>("企业状态", line -> line.company().state().label()));

    private final OfficeSearches searches;
    private final OpenOffices open;
    private final RegisterLines lines;
    private final Exports exports;

    OfficeRegisterController(OfficeSearches searches, OpenOffices open, RegisterLines lines, Exports exports) {
        this.searches = searches;
        this.open = open;
        this.lines = lines;
        this.exports = exports;
    }

    @GetMapping(OfficeFilterForm.PATH)
    String list(
            OfficeFilterForm form,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        SeenDistricts seen = open.districts(user);
        OfficeSearch search = form.search(seen, NameQuery.cursor(after, before));
        List<Chip> chips = form.chips(seen, search.cursor());
        boolean readable = Chips.readable(chips);
        model.addAttribute("form", form);
        model.addAttribute("districts", seen.centres());
        model.addAttribute("states", OfficeState.values());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", readable ? lines.of(searches.page(search)) : Slice.empty());
        model.addAttribute("total", readable ? searches.count(search) : CappedCount.none());
        return "office/register";
    }

    @GetMapping(OfficeFilterForm.PATH + "/export")
    void export(OfficeFilterForm form, @AuthenticationPrincipal CurrentUser user, HttpServletResponse response)
            throws IOException {
        SeenDistricts seen = open.districts(user);
        OfficeSearch search = form.search(seen, Cursor.start());
        exports.send(
                response,
                new Export<>(
                        "小区管理处",
                        form.chips(seen, search.cursor()),
                        searches.count(search),
                        COLUMNS,
                        new Batches<>(
                                OfficeSearch.KEY_PARTS, cursor -> lines.of(searches.batch(search.from(cursor))))));
    }
}
