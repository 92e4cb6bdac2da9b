package org.maintenancefund.bank.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.bank.statement.MatchedBy;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 对账: the lines of all accounts, and the same list as a spreadsheet. */
@Controller
@RequestMapping(BankLineListController.PATH)
@RequiredArgsConstructor
class BankLineListController {

    static final String PATH = "/bank/lines";

    private static final List<SheetColumn<BankLineView>> COLUMNS = List.of(
            SheetColumn.of("bank.field.account", BankLineView::accountNamed),
            SheetColumn.of("bank.field.day", BankLineView::day),
            SheetColumn.of("bank.field.amount", line -> line.amount().decimal()),
            SheetColumn.of("bank.field.balance", line -> line.balance().decimal()),
            SheetColumn.of("bank.field.counterparty", BankLineView::counterparty),
            SheetColumn.of("bank.field.counterpartyAccount", BankLineView::counterpartyAccount),
            SheetColumn.of("bank.field.text", BankLineView::text),
            SheetColumn.of("bank.field.serial", BankLineView::serial),
            SheetColumn.of("bank.field.kind", line -> line.kind().label()),
            SheetColumn.of("bank.field.state", line -> line.state().label()));

    private final BankLines lines;
    private final FundAccounts accounts;
    private final MatchingService matching;
    private final Exports exports;

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("matches", Page.BANK_MATCHING.isOpenTo(user.role()));
        model.addAttribute("waiting", lines.waiting());
        list(address).show(model);
        return "bank/lines";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Messages.of("bank.line.export"), list(address), COLUMNS, user);
    }

    @PostMapping("/match")
    ModelAndView match(@AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        MatchingService.Outcome outcome = matching.matchAll(user);
        return FormPages.seeOther(
                PATH, Notice.success("bank.match.done", outcome.matched(), outcome.proposed()), flash);
    }

    private ListPage<BankLineView> list(Map<String, List<String>> address) {
        ListFilter filter = new ListFilter(PATH, address);
        BankLines.Filter wanted = new BankLines.Filter(
                filter.one("account", accounts.all(), FundAccountView::id, FundAccountView::named)
                        .map(FundAccountView::id),
                filter.period("from", "to", Messages.of("bank.field.day")),
                filter.one("state", BankLineState.class),
                filter.one("kind", BankLineKind.class),
                filter.ticked("undo", Messages.of("bank.filter.undo")),
                filter.one("matched", MatchedBy.class),
                filter.text("text"));
        return new ListPage<>(filter, lines.of(wanted));
    }
}
