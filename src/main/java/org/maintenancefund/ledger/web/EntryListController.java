package org.maintenancefund.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.ledger.AccountNames;
import org.maintenancefund.ledger.EntryList;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.LedgerFigures;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entries of all accounts, and 明细账: those of one account beside what its parts come to; both as spreadsheets too. */
@Controller
@RequestMapping(EntryPages.PATH)
@RequiredArgsConstructor
class EntryListController {

    private final EntryList entries;
    private final LedgerFigures figures;
    private final AccountNames names;
    private final Exports exports;

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        page(null, names.seenBy(user), address, user).show(model);
        return "ledger/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(
                response,
                Messages.of("ledger.export"),
                page(null, names.seenBy(user), address, user),
                EntryPages.columns(),
                user);
    }

    @GetMapping("/accounts/{id}")
    String account(
            @PathVariable FundAccountId id,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Map<FundAccountId, String> seen = names.seenBy(user);
        String name = name(id, seen);
        model.addAttribute("account", id);
        model.addAttribute("name", name);
        model.addAttribute("balances", user.districtIfAny().isPresent() ? null : figures.of(id));
        model.addAttribute(
                "own",
                user.districtIfAny()
                        .map(district -> figures.ofDistrict(id, district))
                        .orElse(null));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(name)));
        page(id, seen, address, user).show(model);
        return "ledger/account";
    }

    @GetMapping("/accounts/{id}/export")
    void exportAccount(
            @PathVariable FundAccountId id,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Map<FundAccountId, String> seen = names.seenBy(user);
        name(id, seen);
        exports.send(response, Messages.of("ledger.export"), page(id, seen, address, user), EntryPages.columns(), user);
    }

    private static String name(FundAccountId id, Map<FundAccountId, String> seen) {
        return Optional.ofNullable(seen.get(id)).orElseThrow(() -> new NotFound("books of account " + id));
    }

    private ListPage<EntryPages.Line> page(
            @Nullable FundAccountId one,
            Map<FundAccountId, String> seen,
            Map<String, List<String>> address,
            CurrentUser user) {
        ListFilter filter =
                new ListFilter(one == null ? EntryPages.PATH : EntryPages.PATH + "/accounts/" + one, address);
        Listing<EntryPages.Line> lines = entries.of(
                        EntryPages.filter(filter, entries, seen, Optional.ofNullable(one)), user)
                .map(found -> found.stream()
                        .map(entry -> new EntryPages.Line(entry, seen.getOrDefault(entry.account(), "")))
                        .toList());
        return new ListPage<>(filter, lines);
    }
}
