package org.maintenancefund.account.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.domain.AccountService;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.error.ErrorPages;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.ModelAndView;

/** What people see after 登录: the page they wanted, or the form again with what was wrong and the user name. */
@Component
@RequiredArgsConstructor
class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final LandingPage landingPage;
    private final DeviceCookies devices;
    private final DirectorySignIn directory;
    private final ErrorPages pages;
    private final AccountService accounts;

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        CurrentUser user = (CurrentUser) Objects.requireNonNull(authentication.getPrincipal());
        if (accounts.signedIn(user.operatorId())) {
            devices.remember(request, response, user.username());
        }
        response.sendRedirect(request.getContextPath() + landingPage.of(user, request, response));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused.getCause() instanceof TooManyRequests tooMany) {
            pages.write(request, response, pages.page(tooMany, request, response));
            return;
        }
        LoginController.LoginForm form =
                new LoginController.LoginForm(Objects.toString(request.getParameter("username"), ""), "");
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        if (ChineseText.isBlank(form.username())) {
            FieldErrors.reject(errors, "username", Reason.of("account.username.missing"));
        }
        if (Objects.toString(request.getParameter("password"), "").isEmpty()) {
            FieldErrors.reject(errors, "password", Reason.of("account.password.missing"));
        }
        if (refused.getCause() instanceof Refusal refusal) {
            // Which of the two is wrong is said to nobody, so it stands at neither.
            FieldErrors.rejectAll(errors, refusal.reason());
        }
        ModelAndView page = FormPages.invalid(LoginController.PAGE);
        page.addObject("refused", errors.hasGlobalErrors());
        page.addAllObjects(errors.getModel());
        page.addObject("sharedOn", directory.isOn());
        pages.write(request, response, page);
    }
}
