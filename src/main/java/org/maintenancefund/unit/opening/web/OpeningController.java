package org.maintenancefund.unit.opening.web;

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
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.opening.LineKind;
import org.maintenancefund.unit.opening.OpeningDoubts;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningList;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.unit.opening.OpeningView;
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

/** 期初余额 of an area, for who enters them: how far they are, and all units with what is entered of them. */
@Controller
@RequestMapping("/units/areas/{area}/opening")
@RequiredArgsConstructor
class OpeningController {

    static final List<SheetColumn<OpeningList.Row>> COLUMNS = List.of(
            SheetColumn.of("unit.field.number", OpeningList.Row::number),
            SheetColumn.of("unit.field.place", row -> row.place().shown()),
            SheetColumn.of("unit.opening.field.original", ofLine(line -> decimal(line.original()))),
            SheetColumn.of("unit.opening.field.balance", ofLine(line -> decimal(line.balance()))),
            SheetColumn.of(
                    "unit.opening.field.replenishment",
                    ofLine(line -> line.replenishment().label())),
            SheetColumn.of("unit.opening.field.enteredBy", ofLine(OpeningList.Line::enteredBy)));

    private final UnitAreas rights;
    private final OpeningService openings;
    private final OpeningList list;
    private final OpeningFigures figures;
    private final OpeningPages pages;
    private final PropertyAreas areas;
    private final Exports exports;

    @GetMapping
    String show(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.changed(area, user);
        List<OpeningView> sheets = openings.of(found, user);
        OpeningFigures.Missing missing = figures.missing(found.id());
        model.addAttribute("area", found);
        model.addAttribute("path", OpeningPages.path(found));
        model.addAttribute(
                "missing", OpeningDoubts.missing(missing).map(Messages::of).orElse(null));
        boolean underway = !sheets.isEmpty() && sheets.get(0).state() != OpeningState.APPROVED;
        model.addAttribute("begins", !underway && (sheets.isEmpty() || missing.units() > 0));
        if (sheets.isEmpty()) {
            model.addAttribute("sheet", null);
        } else {
            show(found, sheets, user, model);
        }
        model.addAttribute(Crumb.ATTRIBUTE, OpeningPages.crumbs(found, null));
        lines(found, address).show(model);
        return "unit/opening";
    }

    private void show(AreaView area, List<OpeningView> sheets, CurrentUser user, Model model) {
        OpeningView sheet = sheets.get(0);
        OpeningFigures.Sum sum = figures.of(sheet.id());
        boolean changes = sheet.state().isOpen();
        model.addAttribute("sheet", sheet);
        model.addAttribute("rows", pages.summary(sheet, sum));
        model.addAttribute("unexplained", changes && sheet.isUnexplained(sum.balance()));
        model.addAttribute("changes", changes);
        model.addAttribute("alone", changes ? pages.alone(area, user) : null);
        List<OpeningView> earlier = sheets.subList(1, sheets.size());
        model.addAttribute("earlier", earlier.isEmpty() ? null : OpeningPages.approved(earlier));
    }

    @GetMapping("/export")
    void export(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        AreaView found = rights.changed(area, user);
        exports.send(response, Messages.of("unit.opening.export", found.code()), lines(found, address), COLUMNS, user);
    }

    private ListPage<OpeningList.Row> lines(AreaView area, Map<String, List<String>> address) {
        return lines(
                OpeningPages.path(area), address, areas.buildings(area.id()), wanted -> list.ofArea(area.id(), wanted));
    }

    /** A list of lines with its filters, on whatever page. */
    static ListPage<OpeningList.Row> lines(
            String path,
            Map<String, List<String>> address,
            List<Building> buildings,
            Function<OpeningList.Filter, Listing<OpeningList.Row>> rows) {
        ListFilter filter = new ListFilter(path, address);
        OpeningList.Filter wanted = new OpeningList.Filter(
                filter.text("text"),
                filter.one("building", buildings, Building::key, Building::name),
                filter.one("kind", LineKind.class));
        return new ListPage<>(filter, rows.apply(wanted));
    }

    private static Function<OpeningList.Row, @Nullable Object> ofLine(
            Function<OpeningList.Line, @Nullable Object> part) {
        return row -> Optional.ofNullable(row.line()).map(part).orElse(null);
    }

    private static @Nullable Object decimal(@Nullable Money amount) {
        return amount == null ? null : amount.decimal();
    }
}
