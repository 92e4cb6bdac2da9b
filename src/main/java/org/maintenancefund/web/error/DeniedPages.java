package org.maintenancefund.web.error;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maintenancefund.web.layout.CurrentPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What the security chain shows where a page is not for this person: 403, and 404 where there is no such page. A form whose token has expired gets the page that offers to send it once more.
 */
@Component
class DeniedPages implements AccessDeniedHandler {

    private final ErrorPages pages;
    private final CurrentPage currentPage;

    DeniedPages(ErrorPages pages, CurrentPage currentPage) {
        this.pages = pages;
        this.currentPage = currentPage;
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
            boolean known = currentPage.of(request).isPresent();
            pages.write(request, response, known ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
        }
    }
}
