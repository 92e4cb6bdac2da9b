package org.maintenancefund.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.ledger.AccountNames;
import org.maintenancefund.ledger.EntryList;
import org.maintenancefund.ledger.EntryList.Entry;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.HouseholdPostings;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One entry: its sides, who answers for it, and its households, of which a district sees its own. */
@Controller
@RequestMapping(EntryPages.PATH + "/{number}")
@RequiredArgsConstructor
class EntryController {

    private static final List<SheetColumn<HouseholdPostings.OfEntry>> COLUMNS = List.of(
            SheetColumn.of("ledger.field.unitNumber", HouseholdPostings.OfEntry::unitNumber),
            SheetColumn.of("ledger.field.area", HouseholdPostings.OfEntry::area),
            SheetColumn.of("ledger.field.place", row -> row.place().shown()),
            SheetColumn.of("ledger.field.amount", row -> row.amount().decimal()));

    private final EntryList entries;
    private final HouseholdPostings postings;
    private final AccountNames names;
    private final Exports exports;

    @GetMapping
    String show(
            @PathVariable EntryNumber number,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Entry entry = entries.get(number, user);
        model.addAttribute("entry", entry);
        model.addAttribute("rows", rows(entry, names.seenBy(user).getOrDefault(entry.account(), "")));
        model.addAttribute("sides", sides(entry));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(number.toString())));
        households(number, address, user).show(model);
        return "ledger/entry";
    }

    @GetMapping("/export")
    void export(
            @PathVariable EntryNumber number,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Entry entry = entries.get(number, user);
        exports.send(response, entry.number().toString(), households(number, address, user), COLUMNS, user);
    }

    private ListPage<HouseholdPostings.OfEntry> households(
            EntryNumber number, Map<String, List<String>> address, CurrentUser user) {
        return new ListPage<>(new ListFilter(EntryPages.path(number), address), postings.of(number, user));
    }

    private static List<SummaryRow> rows(Entry entry, String account) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                row("kind", EntryPages.words(entry.kind(), entry.reverses() != null)),
                row("account", account).leadingTo(EntryPages.PATH + "/accounts/" + entry.account()),
                row("day", entry.day()).withNote(Messages.of("ledger.lands-in", entry.period())),
                row("reference", entry.reference()),
                row("maker", entry.maker()),
                row("checker", entry.checker()),
                row("postedAt", Times.minute(entry.postedAt()))));
        if (!entry.note().isEmpty()) {
            rows.add(row("note", entry.note()));
        }
        if (entry.reverses() != null) {
            rows.add(row("reverses", entry.reverses()).leadingTo(EntryPages.path(entry.reverses())));
        }
        if (entry.reversedBy() != null) {
            rows.add(row("reversedBy", entry.reversedBy()).leadingTo(EntryPages.path(entry.reversedBy())));
        }
        return rows;
    }

    private static RecordTable sides(Entry entry) {
        List<Row> rows = entry.sides().stream()
                .map(side -> Row.of(
                        Cell.of(side.account().label()),
                        Cell.of(side.amount().isPositive() ? side.amount() : null),
                        Cell.of(
                                side.amount().isPositive()
                                        ? null
                                        : side.amount().negated())))
                .toList();
        return RecordTable.of("ledger.sides", rows, rows.size());
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("ledger.field." + field), value);
    }
}
