package org.maintenancefund.area.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaTraits;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 物业区域管理 for the municipal centre, 物业区域查询 for a district: the list, and the same list as a spreadsheet. */
@Controller
class AreaListController {

    private static final String PATH = "/areas";

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
    private final Districts districts;
    private final Exports exports;
    private final Clock clock;

    AreaListController(AreaFinder finder, Districts districts, Exports exports, Clock clock) {
        this.finder = finder;
        this.districts = districts;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("title", Page.AREAS.labelFor(user.role()));
        model.addAttribute("keeps", Page.AREA_CHANGE.isOpenTo(user.role()));
        list(address, user).show(model);
        return "area/list";
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, "物业区域", list(address, user), COLUMNS);
    }

    private ListPage<AreaView> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address).within("street", "district");
        AreaSearch search = AreaSearch.of(filter.text("q"));
        Optional<DistrictCentre> district = districts.seenBy(user).limit(filter);
        Optional<Street> street =
                filter.one("street", district.map(DistrictCentre::streets).orElse(List.of()), Street::id, Street::name);
        search = search.in(district.map(DistrictCentre::id).orElse(null))
                .in(street.map(Street::id).orElse(null));
        AreaType type = filter.one("type", AreaType.class, AreaType::label).orElse(null);
        search = filter.ticked("merged", "包括已合并的") ? search.includingMerged() : search;
        AreaTraits traits = new AreaTraits(
                type,
                yesNo(filter, "committee", "业委会"),
                yesNo(filter, "company", "管理单位"),
                yesNo(filter, "account", "独立专户"),
                LocalDate.now(clock));
        return new ListPage<>(filter, finder.list(search.having(traits)));
    }

    private static @Nullable Boolean yesNo(ListFilter filter, String name, String what) {
        return filter.one(
                        name,
                        List.of(true, false),
                        yes -> yes ? "yes" : "no",
                        yes -> yes ? "有" : "没有",
                        word -> word + what)
                .orElse(null);
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
