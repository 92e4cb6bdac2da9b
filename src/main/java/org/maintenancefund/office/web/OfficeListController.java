package org.maintenancefund.office.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.office.domain.OfficeSearches;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 小区管理处信息管理: the offices of the user's enterprise. */
@Controller
class OfficeListController {

    private static final String PATH = "/my/offices";

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
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        list(address, user).show(model);
        return "office/list";
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Messages.of("office.table"), list(address, user), OfficePages.COLUMNS);
    }

    private ListPage<OfficePages.Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        Conditions ofTheirs = new Conditions()
                .equal("enterprise_id", Optional.of(user.organisation().id()));
        return new ListPage<>(
                filter, searches.list(filter.text("text"), ofTheirs).map(pages::lines));
    }
}
