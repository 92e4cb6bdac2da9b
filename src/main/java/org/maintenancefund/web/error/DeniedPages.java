package org.maintenancefund.web.error;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What the security chain shows for 403. A bean of Spring Security's own type, so that the chain can take it without
 * knowing this module. A form whose token has expired gets the page that offers to send it once more.
 */
@Component
class DeniedPages implements AccessDeniedHandler {

    private final ErrorPages pages;

    DeniedPages(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        if (denied instanceof CsrfException && ResentForm.isOffered(request)) {
            pages.write(request, response, ResentForm.page(request, HttpStatus.FORBIDDEN));
        } else {
            pages.write(request, response, HttpStatus.FORBIDDEN);
        }
    }
}
