package org.maintenancefund.area.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaSearch.AreaTraits;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.area.domain.TiedAreas;
import org.maintenancefund.area.domain.TiedAreas.TiedArea;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** 物业区域管理 for the municipal centre, 物业区域查询 for a district: the list, and the same list as a spreadsheet. */
@Controller
@RequestMapping(AreaListController.PATH)
class AreaListController extends ListController<TiedArea> {

    static final String PATH = "/areas";

    private static final List<SheetColumn<TiedArea>> COLUMNS = List.of(
            SheetColumn.of("area.column.code", row -> row.area().code()),
            SheetColumn.of("area.column.name", row -> row.area().name()),
            SheetColumn.of(
                    "area.field.aliases", row -> String.join("、", row.area().aliases())),
            SheetColumn.of("area.column.district", row -> row.area().districtName()),
            SheetColumn.of("area.field.street", row -> row.area().streetName()),
            SheetColumn.of("area.field.community", row -> row.area().community()),
            SheetColumn.of("area.field.address", row -> row.area().address()),
            SheetColumn.of(
                    "area.field.parcelNumbers",
                    row -> String.join("、", row.area().parcelNumbers())),
            SheetColumn.of("area.field.type", row -> row.area().type().label()),
            SheetColumn.of("area.field.total", row -> row.area().floorAreas().total()),
            SheetColumn.of(
                    "area.field.residential", row -> row.area().floorAreas().residential()),
            SheetColumn.of(
                    "area.field.commercial", row -> row.area().floorAreas().commercial()),
            SheetColumn.of("area.field.other", row -> row.area().floorAreas().other()),
            SheetColumn.of("area.field.buildings", row -> row.area().buildings()),
            SheetColumn.of("area.field.households", row -> row.area().households()),
            SheetColumn.of("area.field.yearBuilt", row -> row.area().yearBuilt()),
            SheetColumn.of("area.column.bank", row -> account(row.area(), FundAccount::bank)),
            SheetColumn.of("area.column.accountName", row -> account(row.area(), FundAccount::accountName)),
            SheetColumn.of("area.column.accountNumber", row -> account(row.area(), FundAccount::accountNumber)),
            SheetColumn.of("area.column.committee", TiedArea::committee),
            SheetColumn.of("area.column.manager", TiedArea::manager),
            SheetColumn.of("area.column.state", row -> row.area().state().label()));

    private final AreaFinder finder;
    private final TiedAreas ties;
    private final Districts districts;
    private final Clock clock;

    AreaListController(AreaFinder finder, TiedAreas ties, Districts districts, Exports exports, Clock clock) {
        super(exports, "area/list", "area.list.name");
        this.finder = finder;
        this.ties = ties;
        this.districts = districts;
        this.clock = clock;
    }

    @Override
    protected List<SheetColumn<TiedArea>> columns() {
        return COLUMNS;
    }

    @Override
    protected void show(CurrentUser user, Model model) {
        model.addAttribute("title", Page.AREAS.labelFor(user.role()));
        model.addAttribute("keeps", Page.AREA_CHANGE.isOpenTo(user.role()));
    }

    @Override
    protected ListPage<TiedArea> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address).within("street", "district");
        AreaSearch search = AreaSearch.of(filter.text("q"));
        Optional<DistrictCentre> district = districts.seenBy(user).limit(filter);
        Optional<Street> street = filter.one(
                "street", district.map(DistrictCentre::streetsByName).orElse(List.of()), Street::id, Street::name);
        search = search.in(district.map(DistrictCentre::id).orElse(null))
                .in(street.map(Street::id).orElse(null));
        AreaType type = filter.one("type", AreaType.class).orElse(null);
        search = filter.ticked("merged", Messages.of("area.filter.merged")) ? search.includingMerged() : search;
        AreaTraits traits = new AreaTraits(
                type,
                yesNo(filter, "committee"),
                yesNo(filter, "company"),
                yesNo(filter, "account"),
                filter.period("contractFrom", "contractTo", Messages.of("area.filter.contract-end")),
                LocalDate.now(clock));
        return new ListPage<>(filter, finder.list(search.having(traits)).map(ties::of));
    }

    private static @Nullable Boolean yesNo(ListFilter filter, String name) {
        return filter.one(
                        name,
                        List.of(true, false),
                        yes -> yes ? "yes" : "no",
                        yes -> Messages.of(yes ? "area.filter.yes" : "area.filter.no"),
                        word -> word + Messages.of("area.filter." + name))
                .orElse(null);
    }

    private static String account(AreaView area, Function<FundAccount, String> part) {
        return area.fundAccount() == null ? "" : part.apply(area.fundAccount());
    }
}
