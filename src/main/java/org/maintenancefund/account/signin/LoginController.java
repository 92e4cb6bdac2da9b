package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.password.PasswordRules;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 登录. A form like any other: what is wrong is said beside it, and the user name stays. */
@Controller
class LoginController {

    private static final String PAGE = "account/login";
    private static final int MAX_TYPED = 200;

    private final SignIn signIn;
    private final SharedSignIn shared;
    private final LandingPage landingPage;

    LoginController(SignIn signIn, SharedSignIn shared, LandingPage landingPage) {
        this.signIn = signIn;
        this.shared = shared;
        this.landingPage = landingPage;
    }

    /** Whether people of qualified companies sign in here too: the page then says so. */
    @ModelAttribute("sharedOn")
    boolean sharedOn() {
        return shared.isOn();
    }

    @GetMapping("/login")
    String form(
            @ModelAttribute("form") LoginForm form,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            Model model) {
        if (user != null) {
            return "redirect:/workbench";
        }
        if (signedOut != null) {
            model.addAttribute(Notice.ATTRIBUTE, Notice.success("account.signed-out"));
        }
        form.setPassword("");
        return PAGE;
    }

    @PostMapping("/login")
    Object signIn(
            @ModelAttribute("form") LoginForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (ChineseText.isBlank(form.getUsername())) {
            FieldErrors.reject(errors, "username", Reason.of("account.username.missing"));
        }
        if (form.getPassword().isEmpty()) {
            FieldErrors.reject(errors, "password", Reason.of("account.password.missing"));
        }
        if (form.getUsername().length() > MAX_TYPED || form.getPassword().length() > PasswordRules.MAX * 4) {
            FieldErrors.reject(errors, "username", Reason.of(shared.wrong()));
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        Checked<CurrentUser> outcome = signIn.signIn(form.getUsername(), form.getPassword(), request, response);
        if (!outcome.isOk()) {
            FieldErrors.reject(errors, "username", outcome.reason());
            return FormPages.invalid(PAGE);
        }
        return "redirect:" + landingPage.of(outcome.value(), request, response);
    }
}
