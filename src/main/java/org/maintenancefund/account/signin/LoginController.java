package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of 登录; what it sends goes to Spring Security, and {@link LoginOutcome} answers. */
@Controller
@RequiredArgsConstructor
class LoginController {

    static final String PAGE = "account/login";

    /** 登录 as typed; the password never comes back to the page. */
    record LoginForm(String username, String password) {}

    private final DirectorySignIn directory;

    @GetMapping("/login")
    @SameForVisitors
    String form(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            Model model) {
        if (user != null) {
            return "redirect:/workbench";
        }
        if (signedOut != null) {
            model.addAttribute(Notice.ATTRIBUTE, Notice.success("account.signed-out"));
        }
        SessionEnd.take(request, response).ifPresent(end -> model.addAttribute(Notice.ATTRIBUTE, end.notice()));
        model.addAttribute("form", new LoginForm(username, ""));
        // Whether people of qualified companies sign in here too: the page then says so.
        model.addAttribute("sharedOn", directory.isOn());
        return PAGE;
    }
}
