package org.maintenancefund.account.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.AccountProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks on each request of someone signed in whether the account is still as it was, and its organisation not disabled: a
 * right that was taken away counts from the next request on, also where a session was being made at that very moment. And
 * keeps a session in which the password has to be changed first to the one thing it may do.
 */
class AccountCheckFilter extends OncePerRequestFilter {

    private static final Set<String> RESTRICTED = Set.of("/account/password", "/logout");

    private final JdbcClient jdbc;
    private final AccountProperties limits;
    private final Clock clock;

    AccountCheckFilter(JdbcClient jdbc, AccountProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!isStatic(path) && authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
            HttpSession session = request.getSession(false);
            if (session == null || session.getAttribute(SignInSessions.EPOCH) == null) {
                // Not a session of ours (a test's): nothing to compare with.
                chain.doFilter(request, response);
                return;
            }
            if (isOver(user, session)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (user.restricted() && !RESTRICTED.contains(path)) {
                response.sendRedirect(request.getContextPath() + "/account/password");
                return;
            } else {
                response.setHeader("Cache-Control", "no-store");
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(CurrentUser user, HttpSession session) {
        Instant began = Instant.ofEpochMilli(session.getCreationTime());
        if (clock.instant().isAfter(began.plus(limits.longestSession()))) {
            return true;
        }
        int epoch = (Integer) session.getAttribute(SignInSessions.EPOCH);
        return jdbc.sql(
                        "SELECT 1 FROM operator o WHERE o.id = :id AND o.session_epoch = :epoch AND o.state <> 'DISABLED'"
                                + " AND NOT EXISTS (SELECT FROM suspended_organisation s"
                                + " WHERE s.org_type = o.org_type AND s.org_id = o.org_id)")
                .param("id", user.operatorId().value())
                .param("epoch", epoch)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/");
    }
}
