package org.maintenancefund.fundaccount.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.fundaccount.Custody;
import org.maintenancefund.fundaccount.FundAccountRecord;
import org.maintenancefund.fundaccount.FundAccountRegister;
import org.maintenancefund.fundaccount.FundAccountService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells an account, or tells one otherwise that is not confirmed. */
@Controller
@RequestMapping(FundAccountController.PATH)
@RequiredArgsConstructor
class FundAccountFormController {

    private final FundAccountService service;
    private final FundAccountRegister register;
    private final ConstraintMessages constraints;

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal CurrentUser user) {
        return page(null, user, HttpStatus.OK).addObject("form", FundAccountForm.EMPTY);
    }

    @PostMapping("/new")
    ModelAndView propose(
            @Valid @ModelAttribute("form") FundAccountForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return saved(() -> service.propose(form.read(), user), errors, "fundaccount.proposed", flash)
                .orElseGet(() -> page(null, user, HttpStatus.BAD_REQUEST));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable FundAccountId id, @AuthenticationPrincipal CurrentUser user) {
        FundAccountRecord account = register.get(id, user);
        return account.isConfirmed()
                ? FormPages.seeOther(FundAccountController.path(id))
                : page(account, user, HttpStatus.OK).addObject("form", FundAccountForm.of(account));
    }

    @PostMapping("/{id}/edit")
    ModelAndView revise(
            @PathVariable FundAccountId id,
            @Valid @ModelAttribute("form") FundAccountForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Supplier<FundAccountId> revising = () -> {
            service.revise(id, form.seenVersion(), form.read(), user);
            return id;
        };
        try {
            return saved(revising, errors, "fundaccount.revised", flash)
                    .orElseGet(() -> page(register.get(id, user), user, HttpStatus.BAD_REQUEST));
        } catch (StaleVersion quicker) {
            return page(register.get(id, user), user, HttpStatus.CONFLICT).addObject("stale", true);
        }
    }

    private Optional<ModelAndView> saved(
            Supplier<FundAccountId> saving, BindingResult errors, String notice, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                FundAccountId id = saving.get();
                return Optional.of(FormPages.seeOther(FundAccountController.path(id), Notice.success(notice), flash));
            } catch (Refusal refusal) {
                reject(refusal.reason(), errors);
            } catch (DataIntegrityViolationException taken) {
                // Somebody else told the same at the same moment.
                FieldErrors.reject(errors, "number", constraints.reason(taken).orElseThrow(() -> taken));
            }
        }
        return Optional.empty();
    }

    private static void reject(Reason reason, BindingResult errors) {
        switch (reason.code()) {
            case FundAccountService.FUTURE -> FieldErrors.reject(errors, "openingDay", reason);
            case FundAccountService.TAKEN -> FieldErrors.reject(errors, "number", reason);
            default -> FieldErrors.rejectAll(errors, reason);
        }
    }

    private ModelAndView page(@Nullable FundAccountRecord account, CurrentUser user, HttpStatus status) {
        return new ModelAndView("fundaccount/edit", status)
                .addObject("account", account)
                .addObject("custodies", Option.ofEnum(Custody.class))
                .addObject("alone", !register.hasSecondPerson(user))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(Crumb.of(Messages.of(account == null ? "fundaccount.new" : "fundaccount.edit"))));
    }
}
