package org.maintenancefund.fundaccount.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.fundaccount.FundAccountRecord;
import org.maintenancefund.fundaccount.FundAccountRegister;
import org.maintenancefund.fundaccount.FundAccountService;
import org.maintenancefund.fundaccount.FundAccountState;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.LedgerFigures;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 专户与银行: the accounts, and the page of each, where a second person confirms it or gives it back. */
@Controller
@RequestMapping(FundAccountController.PATH)
@RequiredArgsConstructor
class FundAccountController {

    static final String PATH = "/fund-accounts";

    private final FundAccountRegister register;
    private final FundAccountService service;
    private final LedgerFigures figures;
    private final AuditHistory history;

    static String path(FundAccountId id) {
        return PATH + "/" + id;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("changes", mayChange(user));
        model.addAttribute("accounts", FundAccountPages.table(register.list(user)));
        return "fundaccount/list";
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable FundAccountId id, @AuthenticationPrincipal CurrentUser user) {
        FundAccountRecord account = register.get(id, user);
        return page(account, user, HttpStatus.OK).addObject("form", ReturnForm.empty(account.version()));
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable FundAccountId id,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            service.confirm(id, FormPages.seenVersion(version), user);
        } catch (StaleVersion quicker) {
            return stale(id, user);
        }
        return FormPages.seeOther(path(id), Notice.success("fundaccount.confirmed"), flash);
    }

    @PostMapping("/{id}/return")
    ModelAndView giveBack(
            @PathVariable FundAccountId id,
            @Valid @ModelAttribute("form") ReturnForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                service.giveBack(id, form.seenVersion(), ChineseText.clean(form.reason()), user);
                return FormPages.seeOther(path(id), Notice.success("fundaccount.returned"), flash);
            } catch (StaleVersion quicker) {
                return stale(id, user);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return page(register.get(id, user), user, HttpStatus.BAD_REQUEST);
    }

    /** Somebody else was quicker: what they made of it is shown. */
    private ModelAndView stale(FundAccountId id, CurrentUser user) {
        FundAccountRecord account = register.get(id, user);
        return page(account, user, HttpStatus.CONFLICT)
                .addObject("form", ReturnForm.empty(account.version()))
                .addObject("stale", true);
    }

    private ModelAndView page(FundAccountRecord account, CurrentUser user, HttpStatus status) {
        boolean changes = mayChange(user);
        boolean waits = changes && account.state() == FundAccountState.PROPOSED;
        boolean own = account.isProposedBy(user);
        boolean books = account.isConfirmed() && user.district() == null;
        return new ModelAndView("fundaccount/show", status)
                .addObject("account", account)
                .addObject("tag", FundAccountPages.tag(account.state()))
                .addObject("rows", FundAccountPages.rows(account))
                .addObject("changes", changes)
                .addObject("decides", waits && !own)
                .addObject("own", waits && own)
                .addObject("alone", waits && own && !register.hasSecondPerson(user))
                .addObject("balances", books ? figures.of(account.id()) : null)
                .addObject("history", history.of("fundAccount", account.id()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(account.details().name())));
    }

    private static boolean mayChange(CurrentUser user) {
        return Page.FUND_ACCOUNT_CHANGE.isOpenTo(user.role());
    }
}
