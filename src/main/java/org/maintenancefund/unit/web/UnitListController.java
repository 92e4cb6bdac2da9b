package org.maintenancefund.unit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.UnitFigures;
import org.maintenancefund.unit.domain.UnitList;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The units of an area: the list, and the same list as a spreadsheet. */
@Controller
@RequestMapping(UnitListController.PATH)
@RequiredArgsConstructor
class UnitListController {

    static final String PATH = "/units/areas/{area}";

    private static final List<SheetColumn<UnitList.Row>> COLUMNS = List.of(
            SheetColumn.of("unit.field.number", UnitList.Row::number),
            SheetColumn.of("unit.field.building", row -> row.place().building()),
            SheetColumn.of("unit.field.entrance", row -> row.place().entrance()),
            SheetColumn.of("unit.field.floor", row -> row.place().floor()),
            SheetColumn.of("unit.field.door", row -> row.place().door()),
            SheetColumn.of(
                    "unit.field.floorArea", row -> row.facts().floorArea().decimal()),
            SheetColumn.of("unit.field.source", row -> row.facts().source().label()),
            SheetColumn.of("unit.field.use", row -> row.facts().use().label()),
            SheetColumn.of("unit.field.lift", row -> UnitWords.yesNo(row.facts().lift())),
            SheetColumn.of(
                    "unit.field.liable", row -> UnitWords.yesNo(row.facts().liable())),
            SheetColumn.of("unit.field.sold", row -> UnitWords.sold(row.facts().sold())),
            SheetColumn.of("unit.field.deliveredOn", row -> row.facts().deliveredOn()),
            SheetColumn.of("unit.field.chargedFrom", row -> row.facts().chargedFrom()),
            SheetColumn.of("unit.field.payerKind", ofPayer(payer -> payer.kind().label())),
            SheetColumn.of("unit.field.payer", ofPayer(Payer::name)),
            SheetColumn.of("unit.field.mobile", ofPayer(UnitWords::masked)));

    private final UnitAreas rights;
    private final UnitList units;
    private final UnitFigures figures;
    private final PropertyAreas areas;
    private final Exports exports;

    static String path(AreaId area) {
        return UnitAreaController.PATH + "/areas/" + area;
    }

    @GetMapping
    String list(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        model.addAttribute("area", found);
        UnitFigures.Figures all = figures.of(found.id());
        model.addAttribute("comparison", AreaComparison.of(found, all));
        model.addAttribute("changes", rights.mayChange(user));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(found.name())));
        list(found, address).show(model, CappedCount.ofCountedUpToOneMore(all.units()));
        return "unit/list";
    }

    @GetMapping("/export")
    void export(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        AreaView found = rights.get(area, user);
        exports.send(response, Messages.of("unit.export", found.code()), list(found, address), COLUMNS, user);
    }

    private ListPage<UnitList.Row> list(AreaView area, Map<String, List<String>> address) {
        List<Building> buildings = areas.buildings(area.id());
        ListFilter filter = new ListFilter(path(area.id()), address);
        UnitList.Filter wanted = new UnitList.Filter(
                filter.text("text"),
                filter.one("building", buildings, Building::key, Building::name),
                filter.one("use", UnitUse.class),
                filter.one("sold", List.of(true, false), sold -> sold ? "yes" : "no", UnitWords::sold));
        return new ListPage<>(filter, units.of(area.id(), wanted, buildings));
    }

    private static Function<UnitList.Row, @Nullable Object> ofPayer(Function<Payer, Object> part) {
        return row -> Optional.ofNullable(row.payer()).map(part).orElse(null);
    }
}
