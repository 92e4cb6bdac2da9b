package org.maintenancefund.bank.payer;

import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 付款账户: the accounts that companies pay from. */
@Controller
@RequestMapping(PayerAccountController.PATH)
@RequiredArgsConstructor
class PayerAccountController {

    static final String PATH = "/bank/payers";

    private final PayerAccounts payers;
    private final Operators operators;

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> address, @AuthenticationPrincipal CurrentUser user) {
        return page(address, user, HttpStatus.OK).addObject("form", PayerForm.EMPTY);
    }

    @PostMapping
    ModelAndView propose(
            @Valid @ModelAttribute("form") PayerForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                payers.propose(ChineseText.clean(form.company()), form.digits(), form.holder(), user);
                return FormPages.seeOther(PATH, Notice.success("bank.payer.proposed"), flash);
            } catch (Refusal refusal) {
                String field = refusal.reason().code().startsWith("bank.payer.company") ? "company" : "number";
                FieldErrors.reject(errors, field, refusal.reason());
            }
        }
        return page(new LinkedMultiValueMap<>(), user, HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String number,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            payers.confirm(id(company), number, user);
        } catch (Refusal refusal) {
            return FormPages.seeOther(PATH, Notice.warning(refusal.reason()), flash);
        }
        return FormPages.seeOther(PATH, Notice.success("bank.payer.confirmed"), flash);
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String number,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        payers.remove(id(company), number, user);
        return FormPages.seeOther(PATH, Notice.info("bank.payer.removed"), flash);
    }

    private static UUID id(String typed) {
        return Ids.read(typed).orElseThrow(() -> new NotFound("company of an account"));
    }

    private ModelAndView page(MultiValueMap<String, String> address, CurrentUser user, HttpStatus status) {
        ListFilter filter = new ListFilter(PATH, address);
        Model model = new ExtendedModelMap();
        String text = filter.text("text");
        boolean waiting = filter.ticked("waiting", Messages.of("bank.payer.filter.waiting"));
        new ListPage<>(
                        filter,
                        payers.list(text, waiting)
                                .map(rows -> rows.stream()
                                        .map(row -> new Shown(row, row.mayBeConfirmedBy(user)))
                                        .toList()))
                .show(model);
        boolean decides = Page.PAYER_ACCOUNTS.isOpenTo(user.role());
        return new ModelAndView("bank/payers", model.asMap(), status)
                .addObject("alone", decides && operators.inUse(user.organisation()) < 2);
    }

    /** A row, and whether the reader confirms it. */
    record Shown(PayerAccount account, boolean confirms) {}
}
