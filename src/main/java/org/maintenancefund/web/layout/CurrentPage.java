package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.maintenancefund.access.Page;
import org.springframework.stereotype.Component;

/**
 * Finds the page of the catalogue that an address belongs to; of several the first one, as the security chain does, so that
 * menu and breadcrumb name the page whose right was asked.
 */
@Component
public class CurrentPage {

    /** The page that the request asks for; empty where the catalogue has none. */
    public Optional<Page> of(HttpServletRequest request) {
        return Page.at(
                request.getRequestURI().substring(request.getContextPath().length()));
    }
}
