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
import org.maintenancefund.area.AreaFilter;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.collection.remittance.DeclarationRegister;
import org.maintenancefund.collection.remittance.DeclarationRegister.Row;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 缴存申报: what was declared, the list and the same as a spreadsheet. */
@Controller
@RequestMapping(RemittancePages.DECLARATIONS)
@RequiredArgsConstructor
class DeclarationListController {

    private static final List<SheetColumn<Row>> COLUMNS = List.of(
            SheetColumn.of("remittance.field.declaration", Row::number),
            SheetColumn.of("remittance.field.area", Row::area),
            SheetColumn.of("remittance.field.company", Row::company),
            SheetColumn.of("remittance.field.upTo", Row::upTo),
            SheetColumn.of("remittance.field.receipts", Row::receipts),
            SheetColumn.of("remittance.field.amount", row -> row.amount().decimal()),
            SheetColumn.of("remittance.field.state", row -> row.state().label()),
            SheetColumn.of("remittance.field.slip", Row::slip),
            SheetColumn.of("remittance.field.proposed", Row::proposedBy),
            SheetColumn.of("remittance.field.proposedAt", row -> Times.minute(row.proposedAt())),
            SheetColumn.of("remittance.field.confirmed", Row::confirmedBy));

    private final DeclarationRegister declarations;
    private final Districts districts;
    private final AreaFilter areas;
    private final HandedFilter handed;
    private final Exports exports;

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("declares", Page.DECLARATION_ENTRY.isOpenTo(user.role()));
        Asked asked = read(address, user);
        asked.page().show(model);
        if (asked.wanted().handed().isAsked() && asked.page().filter().isReadable()) {
            model.addAttribute("sum", declarations.sum(asked.wanted(), user));
        }
        return "collection/declarations";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Page.DECLARATIONS.label(), read(address, user).page(), COLUMNS, user);
    }

    /** What the address asks for. */
    private record Asked(DeclarationRegister.Filter wanted, ListPage<Row> page) {}

    private Asked read(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(RemittancePages.DECLARATIONS, address);
        boolean declares = Page.DECLARATION_ENTRY.isOpenTo(user.role());
        Optional<UUID> district =
                declares ? Optional.empty() : districts.seenBy(user).limitId(filter);
        DeclarationRegister.Filter wanted = new DeclarationRegister.Filter(
                filter.text("text"),
                filter.one("state", DeclarationState.class),
                district,
                declares && filter.ticked("waiting", Messages.of("remittance.filter.waiting")),
                declares && filter.ticked("unslipped", Messages.of("remittance.filter.unslipped")),
                areas.read(filter, address),
                handed.read(filter, address));
        return new Asked(wanted, new ListPage<>(filter, declarations.list(wanted, user)));
    }
}
