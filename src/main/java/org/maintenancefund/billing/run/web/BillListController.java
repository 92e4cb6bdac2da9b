package org.maintenancefund.billing.run.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.BillList;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bills of an area: the list, and the same list as a spreadsheet. */
@Controller
@RequestMapping(BillPaths.AREA)
@RequiredArgsConstructor
class BillListController {

    private static final List<SheetColumn<BillList.Row>> COLUMNS = List.of(
            SheetColumn.of("billing.bill.field.number", BillList.Row::number),
            SheetColumn.of("billing.bill.field.building", row -> row.place().building()),
            SheetColumn.of("billing.bill.field.entrance", row -> row.place().entrance()),
            SheetColumn.of("billing.bill.field.door", row -> row.place().door()),
            SheetColumn.of("billing.bill.field.payer", BillList.Row::payer),
            SheetColumn.of("billing.bill.field.period", row -> row.bill().period()),
            SheetColumn.of(
                    "billing.bill.field.floorArea",
                    row -> row.bill().floorArea().decimal()),
            SheetColumn.of("billing.bill.field.rate", row -> row.bill().rate().decimal()),
            SheetColumn.of(
                    "billing.bill.field.amount", row -> row.bill().amount().decimal()),
            SheetColumn.of(
                    "billing.bill.field.adjusted", row -> row.bill().adjusted().decimal()),
            SheetColumn.of(
                    "billing.bill.field.allocated",
                    row -> row.bill().allocated().decimal()),
            SheetColumn.of("billing.bill.field.open", row -> row.bill().open().decimal()),
            SheetColumn.of("billing.bill.field.state", row -> row.bill().state().label()));

    private final CollectionRights rights;
    private final BillFilters filters;
    private final Exports exports;

    @GetMapping
    String list(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        BillFilters.Read asked = filters.read(found, BillPaths.area(found), address, user);
        model.addAttribute("area", found);
        model.addAttribute("path", BillPaths.area(found));
        model.addAttribute("notices", notices(found, asked));
        model.addAttribute("collects", rights.mayCollect(found, user));
        model.addAttribute("sums", filters.sums(found, asked));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(found.name())));
        filters.page(found, asked).show(model);
        return "billing/bills";
    }

    @GetMapping("/export")
    void export(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        AreaView found = rights.get(area, user);
        BillFilters.Read asked = filters.read(found, BillPaths.area(found), address, user);
        exports.send(
                response, Messages.of("billing.bill.export", found.code()), filters.page(found, asked), COLUMNS, user);
    }

    /** The notices of the same list. */
    private static String notices(AreaView area, BillFilters.Read asked) {
        String list = BillPaths.area(area);
        return list + "/notices" + asked.filter().with("", "").substring(list.length());
    }
}
