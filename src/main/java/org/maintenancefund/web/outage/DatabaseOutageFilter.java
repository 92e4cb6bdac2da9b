package org.maintenancefund.web.outage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the database is gone. It stands before all other filters, because the session too is in the database:
 * reading it fails long before a controller is asked, and would fail again on the way to an ordinary error page.
 */
class DatabaseOutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseOutageFilter.class);

    private final OutagePage page = new OutagePage();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            Optional<SQLException> outage = DatabaseOutage.behind(failure);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            // One line each: during an outage every request fails for the same reason.
            log.warn("The database is not available: {}", outage.get().getMessage());
            page.write(response);
        }
    }
}
