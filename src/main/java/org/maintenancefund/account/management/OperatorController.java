package org.maintenancefund.account.management;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.creation.OperatorCreationService;
import org.maintenancefund.account.creation.OperatorCreationService.Slip;
import org.maintenancefund.account.creation.SlipPage;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Typed;
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

/** One account: what is known of it, its history, and what may be done with it. */
@Controller
@RequestMapping({"/operators/{id}", "/staff/{id}"})
@RequiredArgsConstructor
class OperatorController {

    private static final String EDIT = "account/operator-edit";

    /**
     * Name and mobile of an account as typed.
     *
     * @param seen the account as the person saw it
     */
    @Labels("account.field.")
    record CorrectionForm(
            @Typed(PersonName.class) @Nullable String personName,
            @Typed(MobileNumber.class) @Nullable String mobile,
            @Nullable String seen) {

        static CorrectionForm of(OperatorView operator) {
            return new CorrectionForm(
                    operator.personName(),
                    operator.mobile().toString(),
                    operator.seen().toString());
        }

        /** What was typed, on the account as it is now. */
        CorrectionForm on(OperatorView operator) {
            return new CorrectionForm(personName, mobile, operator.seen().toString());
        }
    }

    private final OperatorCreationService creation;
    private final Operators operators;
    private final OperatorPages pages;
    private final SlipPage slips;

    @GetMapping
    String show(@PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        return pages.show(pages.get(id, user), user, model);
    }

    @GetMapping("/edit")
    String edit(@PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OperatorView operator = pages.toChange(id, user);
        model.addAttribute("form", CorrectionForm.of(operator));
        pages.head(operator, user, model);
        return EDIT;
    }

    @PostMapping("/edit")
    ModelAndView correct(
            @PathVariable OperatorId id,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        OperatorView operator = pages.toChange(id, user);
        if (errors.hasErrors()) {
            pages.head(operator, user, model);
            return FormPages.invalid(EDIT);
        }
        try {
            operators.correct(
                    seen(id, form.seen()),
                    PersonName.parse(form.personName()).value(),
                    MobileNumber.parse(form.mobile()).value());
        } catch (StaleVersion stale) {
            OperatorView now = pages.get(id, user);
            pages.head(now, user, model);
            model.addAttribute("form", form.on(now));
            model.addAttribute("stale", pages.last(now));
            return new ModelAndView(EDIT, HttpStatus.CONFLICT);
        } catch (Refusal refusal) {
            return done(id, user, Notice.warning(refusal.reason()), flash);
        }
        return done(id, user, Notice.success("account.saved", operator.username()), flash);
    }

    /** 停用, after a look at what it means. */
    @GetMapping("/disable")
    String askDisable(@PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        pages.head(pages.toChange(id, user), user, model);
        return "account/operator-disable";
    }

    @PostMapping("/disable")
    Object disable(
            @PathVariable OperatorId id,
            @RequestParam(required = false) @Nullable String seen,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        return change(id, seen, user, "account.disabled", model, flash, asSeen -> {
            operators.disable(asSeen);
            return Optional.empty();
        });
    }

    /** 重置密码, after a look at what it means; the answer to the form there is the slip. */
    @GetMapping("/reset")
    ModelAndView askReset(
            @PathVariable OperatorId id,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        OperatorView operator = pages.toChange(id, user);
        if (operator.isShared()) {
            return done(id, user, Notice.warning("account.refusal.shared"), flash);
        }
        pages.head(operator, user, model);
        model.addAttribute("submission", UUID.randomUUID());
        return new ModelAndView("account/operator-reset");
    }

    /** 启用. Who has no password of their own gets a new code: the answer is the slip then, once. */
    @PostMapping("/enable")
    Object enable(
            @PathVariable OperatorId id,
            @RequestParam(required = false) @Nullable String seen,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        return change(id, seen, user, "account.enabled", model, flash, creation::enable);
    }

    /** Does it to the account as it was seen; the answer is the slip where there is one. */
    private Object change(
            OperatorId id,
            @Nullable String seen,
            CurrentUser user,
            String done,
            Model model,
            RedirectAttributes flash,
            Function<AccountVersion, Optional<Slip>> action) {
        OperatorView operator = pages.toChange(id, user);
        try {
            Optional<Slip> slip = action.apply(seen(id, seen));
            if (slip.isPresent()) {
                String back = OperatorScope.of(user).path() + "/" + id;
                return slips.show(List.of(slip.get()), user, model, back);
            }
        } catch (StaleVersion stale) {
            return pages.stale(id, user, model);
        } catch (Refusal refusal) {
            return done(id, user, Notice.warning(refusal.reason()), flash);
        }
        return done(id, user, Notice.success(done, operator.username()), flash);
    }

    @PostMapping("/release")
    ModelAndView release(
            @PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OperatorView operator = pages.toChange(id, user);
        operators.liftThrottle(id);
        return done(id, user, Notice.success("account.released", operator.username()), flash);
    }

    /** The account of the address as the page's form says it was. */
    private static AccountVersion seen(OperatorId id, @Nullable String text) {
        return AccountVersion.parse(text)
                .filter(seen -> seen.id().equals(id))
                .orElseThrow(() -> new NotFound("version of operator " + id));
    }

    private static ModelAndView done(OperatorId id, CurrentUser user, Notice notice, RedirectAttributes flash) {
        return FormPages.seeOther(OperatorScope.of(user).path() + "/" + id, notice, flash);
    }
}
