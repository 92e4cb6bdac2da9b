package org.maintenancefund.web.error;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.ChainPart;
import org.maintenancefund.access.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What the security chain shows to whom it lets not through. Whoever was signed in while filling a form and sends it too late,
 * its token or the session expired, keeps what was typed and sends it once more.
 */
@Component
@RequiredArgsConstructor
public class SecurityErrors implements AccessDeniedHandler, AuthenticationEntryPoint, ChainPart {

    /** Request attribute: why a person who was signed in until now is signed out, in a sentence. */
    public static final String SIGNED_OUT = SecurityErrors.class.getName();

    private final ErrorPages pages;
    private final AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint(Page.LOGIN.path());

    @Override
    public void addTo(HttpSecurity http) {
        http.exceptionHandling(failures -> failures.accessDeniedHandler(this).authenticationEntryPoint(this));
    }

    /** A page that is not for this person: 403, and 404 where there is no such page. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        if (denied instanceof CsrfException && ResentForm.isOffered(request)) {
            pages.write(request, response, ResentForm.page(request, HttpStatus.FORBIDDEN));
        } else {
            boolean known = Page.at(request).isPresent();
            pages.write(request, response, known ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
        }
    }

    /** Who is not signed in: to the sign-in page. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException, ServletException {
        if (Page.at(request).isEmpty()) {
            pages.write(request, response, HttpStatus.NOT_FOUND);
        } else if (ResentForm.isOffered(request)) {
            pages.write(request, response, ResentForm.page(request, HttpStatus.UNAUTHORIZED));
        } else {
            signInPage.commence(request, response, notSignedIn);
        }
    }
}
