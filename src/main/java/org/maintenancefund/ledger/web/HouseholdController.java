package org.maintenancefund.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.ledger.HouseholdPostings;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
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

/** 分户账 of a unit: what it has, and each posting with what it had afterwards; for whoever sees the unit. */
@Controller
@RequestMapping("/units/{unit}/account")
@RequiredArgsConstructor
class HouseholdController {

    private static final List<SheetColumn<HouseholdPostings.Posted>> COLUMNS = List.of(
            SheetColumn.of("ledger.field.day", HouseholdPostings.Posted::day),
            SheetColumn.of("ledger.field.number", HouseholdPostings.Posted::number),
            SheetColumn.of("ledger.field.kind", row -> EntryPages.words(row.kind(), row.reversal())),
            SheetColumn.of("ledger.field.reference", HouseholdPostings.Posted::reference),
            SheetColumn.of("ledger.field.amount", row -> row.amount().decimal()),
            SheetColumn.of("ledger.field.after", row -> row.after().decimal()));

    private final UnitLookup units;
    private final UnitAreas rights;
    private final HouseholdPostings postings;
    private final Exports exports;

    static String path(UnitId unit) {
        return "/units/" + unit + "/account";
    }

    @GetMapping
    String show(
            @PathVariable UnitId unit,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        FoundUnit found = units.get(unit);
        model.addAttribute("unit", found);
        model.addAttribute("area", rights.get(found.area(), user));
        model.addAttribute("balance", postings.balance(unit));
        model.addAttribute("entries", Page.LEDGER.isOpenTo(user.role()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(found.place().shown(), "/units/" + unit),
                        Crumb.of(Messages.of("Page.HOUSEHOLD_ACCOUNT"))));
        list(unit, address).show(model);
        return "ledger/household";
    }

    @GetMapping("/export")
    void export(
            @PathVariable UnitId unit,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        FoundUnit found = units.get(unit);
        rights.get(found.area(), user);
        exports.send(
                response, Messages.of("ledger.household.export", found.number()), list(unit, address), COLUMNS, user);
    }

    private ListPage<HouseholdPostings.Posted> list(UnitId unit, Map<String, List<String>> address) {
        return new ListPage<>(new ListFilter(path(unit), address), postings.of(unit));
    }
}
