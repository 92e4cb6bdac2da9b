package org.maintenancefund.enterprise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseSearch;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.EnterpriseSearches;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 物业服务企业查询: the list, and the same list as a spreadsheet. */
@Controller
class EnterpriseListController {

    private final EnterpriseSearches searches;
    private final OpenEnterprises open;
    private final EnterprisePages pages;
    private final Exports exports;
    private final Clock clock;

    EnterpriseListController(
            EnterpriseSearches searches, OpenEnterprises open, EnterprisePages pages, Exports exports, Clock clock) {
        this.searches = searches;
        this.open = open;
        this.pages = pages;
        this.exports = exports;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(EnterpriseView company, String district) {}

    @GetMapping(EnterpriseFilterForm.PATH)
    String list(
            EnterpriseFilterForm form,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        SeenDistricts seen = open.districts(user);
        EnterpriseSearch search = form.search(seen, NameQuery.cursor(after, before));
        List<Chip> chips = form.chips(seen, search.cursor());
        boolean readable = Chips.readable(chips);
        Slice<EnterpriseView> slice = readable ? searches.page(search) : Slice.empty();
        model.addAttribute("form", form);
        model.addAttribute("districts", seen.centres());
        model.addAttribute("qualifications", Qualification.values());
        model.addAttribute("states", EnterpriseState.values());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", slice);
        model.addAttribute(
                "lines",
                slice.items().stream()
                        .map(company -> new Line(company, pages.district(company)))
                        .toList());
        model.addAttribute("total", readable ? searches.count(search) : CappedCount.none());
        return "enterprise/list";
    }

    @GetMapping(EnterpriseFilterForm.PATH + "/export")
    void export(EnterpriseFilterForm form, @AuthenticationPrincipal CurrentUser user, HttpServletResponse response)
            throws IOException {
        SeenDistricts seen = open.districts(user);
        EnterpriseSearch search = form.search(seen, Cursor.start());
        exports.send(
                response,
                new Export<>(
                        "物业服务企业",
                        form.chips(seen, search.cursor()),
                        searches.count(search),
                        columns(),
                        new Batches<>(EnterpriseSearch.KEY_PARTS, cursor -> searches.batch(search.from(cursor)))));
    }

    private List<SheetColumn<EnterpriseCard>> columns() {
        return List.of(
                new SheetColumn<>("企业名称", EnterpriseCard::name),
                new SheetColumn<>("统一社会信用代码", card -> card.view().creditCode()),
                new SheetColumn<>("法定代表人", EnterpriseCard::legalRepresentative),
                new SheetColumn<>("注册地址", EnterpriseCard::registeredAddress),
                new SheetColumn<>("办公地址", EnterpriseCard::officeAddress),
                new SheetColumn<>("所属区", card -> pages.district(card.view())),
                new SheetColumn<>("联系人姓名", card -> card.view().contactName()),
                new SheetColumn<>("联系人手机号码", card -> card.view().contactMobile().masked()),
                new SheetColumn<>("企业电话", EnterpriseCard::phone),
                new SheetColumn<>("邮箱", EnterpriseCard::email),
                new SheetColumn<>("资质", card -> card.view().qualification().label()),
                new SheetColumn<>("状态", card -> card.view().state().label()),
                new SheetColumn<>("登记日期", card -> LocalDate.ofInstant(card.createdAt(), clock.getZone())));
    }
}
