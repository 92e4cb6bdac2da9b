package org.maintenancefund.collection.remittance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.collection.remittance.Handed;
import org.maintenancefund.collection.remittance.SlipRegister;
import org.maintenancefund.collection.remittance.SlipRegister.Row;
import org.maintenancefund.collection.remittance.SlipState;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.Tab;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 缴存单: the slips that somebody sees, and the same as a spreadsheet; 缴存入账: those of a district by what is to be done. */
@Controller
@RequiredArgsConstructor
class SlipListController {

    private static final String BOOKINGS = "/collection/bookings";

    private static final List<SheetColumn<Row>> COLUMNS = List.of(
            SheetColumn.of("remittance.field.slip", Row::number),
            SheetColumn.of("remittance.field.company", Row::company),
            SheetColumn.of("remittance.field.bank", Row::bank),
            SheetColumn.of("remittance.field.account", Row::account),
            SheetColumn.of("remittance.field.receipts", Row::receipts),
            SheetColumn.of("remittance.field.amount", row -> row.amount().decimal()),
            SheetColumn.of("remittance.field.arrived", row -> row.arrived().decimal()),
            SheetColumn.of("remittance.field.state", row -> row.state().label()),
            SheetColumn.of("remittance.field.submittedOn", Row::submittedOn),
            SheetColumn.of("remittance.field.arrivedOn", Row::arrivedOn),
            SheetColumn.of("remittance.field.bookedOn", Row::bookedOn));

    private final SlipRegister slips;
    private final Districts districts;
    private final HandedFilter handed;
    private final Exports exports;

    @GetMapping(RemittancePages.SLIPS)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("hands", Page.SLIP_ENTRY.isOpenTo(user.role()));
        Asked asked = read(address, user);
        asked.page().show(model);
        if (asked.wanted().handed().isAsked() && asked.page().filter().isReadable()) {
            model.addAttribute("sum", slips.sum(asked.wanted(), user));
        }
        return "collection/slips";
    }

    @GetMapping(RemittancePages.SLIPS + "/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Page.SLIPS.label(), read(address, user).page(), COLUMNS, user);
    }

    /** What the address asks for. */
    private record Asked(SlipRegister.Filter wanted, ListPage<Row> page) {}

    private Asked read(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(RemittancePages.SLIPS, address);
        Optional<UUID> district = Page.SLIP_ENTRY.isOpenTo(user.role())
                ? Optional.empty()
                : districts.seenBy(user).limitId(filter);
        SlipRegister.Filter wanted = new SlipRegister.Filter(
                filter.text("text"), filter.one("state", SlipState.class), district, handed.read(filter, address));
        return new Asked(wanted, new ListPage<>(filter, slips.list(wanted, user)));
    }

    /** What has arrived first, then what is on its way, then what is done. */
    @GetMapping(BOOKINGS)
    String bookings(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(BOOKINGS, address);
        List<Option> tabs = List.of(
                option(SlipState.ARRIVED),
                option(SlipState.PARTLY_ARRIVED),
                option(SlipState.SUBMITTED),
                option(SlipState.BOOKED));
        String tab = filter.tab("tab", tabs, SlipState.ARRIVED.name());
        String text = filter.text("text");
        Optional<SlipState> state = tab.isEmpty() ? Optional.empty() : Optional.of(SlipState.valueOf(tab));
        SlipRegister.Filter wanted = new SlipRegister.Filter(text, state, Optional.empty(), Handed.ANY);
        new ListPage<>(filter, slips.list(wanted, user)).show(model);
        Map<SlipState, Long> open = slips.open(user);
        model.addAttribute(
                "tabs",
                tabs.stream()
                        .map(each -> new Tab(
                                each.label(),
                                filter.with("tab", each.value()),
                                count(open, each),
                                each.value().equals(tab)))
                        .toList());
        model.addAttribute("books", true);
        return "collection/bookings";
    }

    /** Of what is done nothing is counted. */
    private static @Nullable String count(Map<SlipState, Long> open, Option tab) {
        return tab.value().equals(SlipState.BOOKED.name())
                ? null
                : open.getOrDefault(SlipState.valueOf(tab.value()), 0L).toString();
    }

    private static Option option(SlipState state) {
        return Option.of(state.name(), state.label());
    }
}
