package org.maintenancefund.office.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.office.OfficeSearch;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.domain.OfficeSearches;
import org.maintenancefund.office.web.OfficePages.Line;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 小区管理处信息管理: the offices of the user's enterprise. */
@Controller
class OfficeListController {

    private static final String PATH = "/my/offices";

    private static final List<SheetColumn<Line>> COLUMNS = List.of(
            new SheetColumn<>("管理处名称", line -> line.office().name()),
            new SheetColumn<>("所属区", Line::district),
            new SheetColumn<>("地址", line -> line.office().details().address()),
            new SheetColumn<>("负责人", line -> line.office().details().head()),
            new SheetColumn<>("联系人姓名", line -> line.office().details().contactName()),
            new SheetColumn<>(
                    "联系人手机号码", line -> line.office().details().contactMobile().masked()),
            new SheetColumn<>("值班电话", line -> line.office().details().dutyPhone()),
            new SheetColumn<>("报修电话", line -> line.office().details().repairPhone()),
            new SheetColumn<>("所管物业区域", line -> String.join("、", line.areas())),
            new SheetColumn<>("状态", line -> line.office().state().label()));

    private final OfficeSearches searches;
    private final OfficePages pages;
    private final Exports exports;

    OfficeListController(OfficeSearches searches, OfficePages pages, Exports exports) {
        this.searches = searches;
        this.pages = pages;
        this.exports = exports;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        OfficeSearch search = search(user, text, NameQuery.cursor(after, before));
        List<Chip> chips = chips(text, search);
        boolean readable = Chips.readable(chips);
        Slice<OfficeView> slice = readable ? searches.page(search) : Slice.empty();
        model.addAttribute("text", search.text());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", slice);
        model.addAttribute("lines", pages.lines(slice.items()));
        model.addAttribute("total", readable ? searches.count(search) : CappedCount.none());
        return "office/list";
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        OfficeSearch search = search(user, text, Cursor.start());
        exports.send(
                response,
                new Export<>(
                        "小区管理处",
                        chips(text, search),
                        searches.count(search),
                        COLUMNS,
                        new Batches<>(OfficeSearch.KEY_PARTS, cursor -> {
                            Slice<OfficeView> batch = searches.batch(search.from(cursor));
                            return new Slice<>(pages.lines(batch.items()), batch.previous(), batch.next());
                        })));
    }

    private static OfficeSearch search(CurrentUser user, String text, Cursor cursor) {
        return OfficeSearch.of(EnterpriseId.of(user.organisation()), FilterText.searched(text), cursor);
    }

    private static List<Chip> chips(String text, OfficeSearch search) {
        return Chips.of(PATH)
                .from(search.cursor())
                .parameter("text", text)
                .containing("text", search.text())
                .list();
    }
}
