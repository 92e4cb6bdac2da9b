package org.maintenancefund.web.error;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maintenancefund.access.Page;
import org.maintenancefund.web.layout.CurrentPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * What the security chain does with people who are not signed in: to the sign-in page. Whoever was signed in while filling
 * a form and sends it too late keeps what was typed: signs in in another tab and sends it once more.
 */
@Component
class SignInFirst implements AuthenticationEntryPoint {

    private final ErrorPages pages;
    private final CurrentPage currentPage;
    private final AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint(Page.LOGIN.path());

    SignInFirst(ErrorPages pages, CurrentPage currentPage) {
        this.pages = pages;
        this.currentPage = currentPage;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException, ServletException {
        if (currentPage.of(request).isEmpty()) {
            pages.write(request, response, HttpStatus.NOT_FOUND);
        } else if (ResentForm.isOffered(request)) {
            pages.write(request, response, ResentForm.page(request, HttpStatus.UNAUTHORIZED));
        } else {
            signInPage.commence(request, response, notSignedIn);
        }
    }
}
