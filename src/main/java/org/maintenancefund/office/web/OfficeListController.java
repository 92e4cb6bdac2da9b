package org.maintenancefund.office.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.office.OfficeSearch;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.domain.OfficeSearches;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 小区管理处信息管理: the offices of the user's enterprise. */
@Controller
class OfficeListController {

    private final OfficeSearches searches;
    private final OfficePages pages;

    OfficeListController(OfficeSearches searches, OfficePages pages) {
        this.searches = searches;
        this.pages = pages;
    }

    @GetMapping("/my/offices")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        OfficeSearch search = OfficeSearch.of(
                EnterpriseId.of(user.organisation()),
                ChineseText.trim(text),
                Cursor.read(after, before, OfficeSearch.KEY_PARTS));
        Slice<OfficeView> slice = searches.page(search);
        model.addAttribute("text", search.text());
        model.addAttribute("slice", slice);
        model.addAttribute("lines", pages.lines(slice.items()));
        model.addAttribute("total", searches.count(search));
        return "office/list";
    }
}
