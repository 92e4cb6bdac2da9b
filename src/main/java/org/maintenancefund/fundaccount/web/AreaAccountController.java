package org.maintenancefund.fundaccount.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.fundaccount.AreaAccounts;
import org.maintenancefund.fundaccount.FundAccountRecord;
import org.maintenancefund.fundaccount.FundAccountRegister;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which areas' money lies in an account; the municipal centre ticks those that come to lie in it. */
@Controller
@RequestMapping(FundAccountController.PATH + "/{id}")
@RequiredArgsConstructor
class AreaAccountController {

    private final FundAccountRegister register;
    private final AreaAccounts service;
    private final ConstraintMessages constraints;
    private final Clock clock;

    static String path(FundAccountId id) {
        return FundAccountController.path(id) + "/areas";
    }

    @GetMapping("/areas")
    ModelAndView areas(
            @PathVariable FundAccountId id,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user) {
        FundAccountRecord account = register.get(id, user);
        return page(account, address, user, HttpStatus.OK)
                .addObject(
                        "form", new AreaAccountForm(null, YearMonth.now(clock).toString()));
    }

    @PostMapping("/assign")
    ModelAndView assign(
            @PathVariable FundAccountId id,
            @Valid @ModelAttribute("form") AreaAccountForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        List<AreaId> ticked = form.ticked();
        if (ticked.isEmpty()) {
            FieldErrors.rejectAll(errors, Reason.of("fundaccount.area.none-ticked"));
        }
        if (!errors.hasErrors()) {
            try {
                YearMonth from = TypedMonth.parse(form.from()).value();
                service.assign(ticked, id, from, user);
                return FormPages.seeOther(
                        path(id), Notice.success("fundaccount.area.assigned", ticked.size(), from), flash);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            } catch (DataIntegrityViolationException race) {
                FieldErrors.rejectAll(errors, constraints.reason(race).orElseThrow(() -> race));
            }
        }
        return page(register.get(id, user), new LinkedMultiValueMap<>(), user, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(
            FundAccountRecord account, Map<String, List<String>> address, CurrentUser user, HttpStatus status) {
        ListFilter filter = new ListFilter(path(account.id()), address);
        ModelAndView page = new ModelAndView("fundaccount/areas", status);
        Model model = new ExtendedModelMap();
        new ListPage<>(
                        filter,
                        register.areas(
                                account.id(),
                                filter.text("text"),
                                filter.one("lying", FundAccountRegister.Lying.class),
                                user))
                .show(model);
        page.addAllObjects(model.asMap());
        return page.addObject("account", account)
                .addObject("assigns", account.isConfirmed() && Page.FUND_ACCOUNT_CHANGE.isOpenTo(user.role()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(account.details().name(), FundAccountController.path(account.id())),
                                Crumb.of(Messages.of("fundaccount.areas"))));
    }
}
