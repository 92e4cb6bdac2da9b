package org.maintenancefund.account.password;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.AccountLimits;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.AccountService;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.account.signin.AccountSessions;
import org.maintenancefund.account.signin.CodeThrottle;
import org.maintenancefund.account.signin.LandingPage;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 密码修改: with the 激活码 the first time, with 当前密码 later, also where the password became too old; not for people of the 物业管理信息系统, who change it there. */
@Controller
@RequiredArgsConstructor
class PasswordController {

    private static final String PAGE = "account/password";

    /** 密码修改 as typed. Nothing of it ever comes back to the page. */
    @Labels("account.password.field.")
    record PasswordForm(String code, String current, String password, String repeated) {

        PasswordForm(
                @Nullable String code, @Nullable String current, @Nullable String password, @Nullable String repeated) {
            this.code = Objects.requireNonNullElse(code, "");
            this.current = Objects.requireNonNullElse(current, "");
            this.password = Objects.requireNonNullElse(password, "");
            this.repeated = Objects.requireNonNullElse(repeated, "");
        }
    }

    private final Operators operators;
    private final AccountService passwords;
    private final CodeThrottle throttle;
    private final PasswordRules rules;
    private final AccountSessions sessions;
    private final LandingPage landingPage;
    private final DirectoryLogin directory;
    private final AccountLimits limits;

    @GetMapping("/account/password")
    String form(@AuthenticationPrincipal CurrentUser user, Model model) {
        OperatorView operator = operators.get(user.operatorId());
        if (operator.isShared()) {
            model.addAttribute("address", directory.passwordAddress());
            return "account/password-shared";
        }
        model.addAttribute("form", new PasswordForm("", "", "", ""));
        return show(operator, user, model);
    }

    @PostMapping("/account/password")
    Object change(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        OperatorView operator = operators.get(user.operatorId());
        if (operator.isShared()) {
            throw Refusal.because("account.refusal.shared");
        }
        show(operator, user, model);
        boolean first = isFirst(operator);
        if (first && OneTimeCode.parse(form.code()).isEmpty()) {
            FieldErrors.reject(
                    errors, "code", ChineseText.isBlank(form.code()) ? "account.code.missing" : "account.code.form");
        }
        if (!first && form.current().isEmpty()) {
            FieldErrors.reject(errors, "current", "account.password.current.missing");
        }
        if (!first && !form.password().isEmpty() && form.password().equals(form.current())) {
            FieldErrors.reject(errors, "password", "account.password.same");
        }
        rules.refusal(form.password(), user, operator.mobile().toString())
                .ifPresent(reason -> FieldErrors.reject(errors, "password", reason));
        if (!errors.hasErrors() && !form.password().equals(form.repeated())) {
            FieldErrors.reject(errors, "repeated", "account.password.not-the-same");
        }
        if (!errors.hasErrors()) {
            keep(form, user, first, request, errors);
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        CurrentUser renewed = sessions.renew(user.operatorId(), request, response);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, saved(first, form.password()));
        return "redirect:" + landingPage.of(renewed, request, response);
    }

    private static Notice saved(boolean first, String password) {
        String next = Messages.of(first ? "account.password.saved-first.next" : "account.password.saved.next");
        return PasswordRules.looksLikeAnother(password)
                ? Notice.warning("account.password.odd", next)
                : new Notice(Notice.Kind.SUCCESS, Messages.of("account.password.saved"), next);
    }

    /** Whether it is the initial password that is changed: with the 激活码 instead of 当前密码. */
    private static boolean isFirst(OperatorView operator) {
        return operator.state() == OperatorState.PENDING_ACTIVATION;
    }

    /**
     * Wrong tries slow down who tries, from the sixth on, doubling to fifteen minutes; they never make a code useless. A try is
     * counted before it is looked at.
     */
    private void keep(
            PasswordForm form, CurrentUser user, boolean first, HttpServletRequest request, BindingResult errors) {
        // The hash differs with each code: what was guessed at the one before counts no more.
        String guessed = first
                ? passwords.codeHash(user.operatorId()).orElse("no code of " + user.username())
                : "current password of " + user.username();
        String field = first ? "code" : "current";
        try {
            throttle.ask(user, guessed, request);
            boolean changed = first
                    ? passwords.activate(
                            user.operatorId(), OneTimeCode.parse(form.code()).orElseThrow(), form.password())
                    : passwords.change(user.operatorId(), form.current(), form.password());
            if (!changed) {
                FieldErrors.reject(errors, field, first ? "account.code.wrong" : "account.password.current.wrong");
            }
        } catch (Refusal wait) {
            FieldErrors.reject(errors, field, wait.reason());
        }
    }

    private String show(OperatorView operator, CurrentUser user, Model model) {
        model.addAttribute("restricted", user.restricted());
        model.addAttribute("first", isFirst(operator));
        model.addAttribute("passwordDays", limits.passwordDays());
        model.addAttribute("codeDays", limits.codeLifetime().toDays());
        model.addAttribute("min", PasswordRules.min(user.role()));
        model.addAttribute("max", PasswordRules.MAX);
        return PAGE;
    }
}
