package org.maintenancefund.collection.remittance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.collection.remittance.HeldList;
import org.maintenancefund.collection.remittance.HeldList.Row;
import org.maintenancefund.collection.remittance.RemittanceDays;
import org.maintenancefund.enterprise.CompanyFilter;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 代收在途: what companies hold, the longest first; 逾期未缴存: those of it past the day of the month. Both as a spreadsheet too. */
@Controller
@RequiredArgsConstructor
class HeldController {

    private static final String HELD = "/collection/held";

    private static final String LATE = "/collection/late";

    private static final List<SheetColumn<Row>> COLUMNS = List.of(
            SheetColumn.of("remittance.field.company", Row::company),
            SheetColumn.of("remittance.field.area", Row::name),
            SheetColumn.of("remittance.field.code", Row::code),
            SheetColumn.of("remittance.field.since", Row::since),
            SheetColumn.of("remittance.field.days", Row::days),
            SheetColumn.of("remittance.field.dueOn", Row::dueOn),
            SheetColumn.of(
                    "remittance.field.undeclared", row -> row.undeclared().decimal()),
            SheetColumn.of("remittance.field.declared", row -> row.declared().decimal()),
            SheetColumn.of(
                    "remittance.field.arrivedUnbooked", row -> row.arrived().decimal()),
            SheetColumn.of("remittance.field.total", row -> row.total().decimal()),
            SheetColumn.of("remittance.field.late", row -> row.late().decimal()),
            SheetColumn.of("remittance.field.order", Row::order));

    private final HeldList held;
    private final RemittanceDays days;
    private final Settings settings;
    private final Districts districts;
    private final CompanyFilter companies;
    private final Exports exports;

    @GetMapping(HELD)
    String held(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        list(HELD, address, user).show(model);
        return page(user, model, "collection/held");
    }

    @GetMapping(HELD + "/export")
    void exportHeld(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Page.HELD.label(), list(HELD, address, user), COLUMNS, user);
    }

    @GetMapping(LATE)
    String late(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        list(LATE, address, user).show(model);
        return page(user, model, "collection/late");
    }

    @GetMapping(LATE + "/export")
    void exportLate(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Page.LATE.label(), list(LATE, address, user), COLUMNS, user);
    }

    private String page(CurrentUser user, Model model, String view) {
        model.addAttribute("declares", Page.DECLARATION_ENTRY.isOpenTo(user.role()));
        model.addAttribute("orders", Page.REMITTANCE_ORDER_ENTRY.isOpenTo(user.role()));
        model.addAttribute("lateBefore", days.lateBefore().orElse(null));
        model.addAttribute("day", settings.find(Setting.REMITTANCE_DAY).orElse(null));
        return view;
    }

    private ListPage<Row> list(String path, Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(path, address);
        Optional<UUID> district = Page.DECLARATION_ENTRY.isOpenTo(user.role())
                ? Optional.empty()
                : districts.seenBy(user).limitId(filter);
        Optional<UUID> company = companies.read(filter, address);
        boolean late = path.equals(LATE) || filter.ticked("late", Messages.of("remittance.filter.late"));
        return new ListPage<>(filter, held.list(filter.text("text"), district, company, late, user));
    }
}
