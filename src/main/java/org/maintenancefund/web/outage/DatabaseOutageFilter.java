package org.maintenancefund.web.outage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the database is gone. It stands before all other filters, because the session too is in the database:
 * reading it fails long before a controller is asked, and would fail again on the way to an ordinary error page.
 */
@RequiredArgsConstructor
class DatabaseOutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseOutageFilter.class);

    private static final int SECONDS_UNTIL_NEXT_TRY = 30;

    /**
     * What nobody expects at once, as it goes through a long list or stores a large file: exports, the verification of the
     * whole audit trail, an uploaded spreadsheet, and giving one up with all its rows.
     */
    private static final Pattern LONG = Pattern.compile("(?:GET|HEAD) .*/export|POST .*/audit/verification"
            + "|POST .*/areas/(?:[^/]+/)?import(?:/[^/]+/discard)?");

    private final StaticPage page = new StaticPage("outage/503.html");

    /** How long a request waits for an answer of the database. */
    private final Duration wait;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getMethod() + " " + request.getRequestURI();
        PatientDataSource.begin(LONG.matcher(asked).matches() ? null : wait);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            Optional<SQLException> outage = DatabaseOutage.behind(failure);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            // One line each: during an outage every request fails for the same reason.
            log.warn("The database is not available: {}", outage.get().getMessage());
            page.write(response, HttpStatus.SERVICE_UNAVAILABLE, SECONDS_UNTIL_NEXT_TRY);
        } finally {
            PatientDataSource.end();
        }
    }
}
