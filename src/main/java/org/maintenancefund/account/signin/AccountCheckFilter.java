package org.maintenancefund.account.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.error.SecurityErrors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks on each request of someone signed in whether the session is still to live: a right that was taken away counts from the
 * next request on, also where a session was being made at that very moment. Whoever is not signed in by us, or without the mark
 * that says when, is signed out. And keeps a session in which the password has to be changed first to the one thing it may do,
 * in whatever size of text.
 */
@RequiredArgsConstructor
class AccountCheckFilter extends OncePerRequestFilter {

    private static final Set<String> RESTRICTED = Set.of("/account/password", "/display", "/logout");

    private final AccountSessions sessions;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && !isStatic(path)) {
            CurrentUser user = sessions.inForce(authentication, request).orElse(null);
            if (user == null) {
                sessions.end(authentication).ifPresent(end -> {
                    end.remember(request, response);
                    request.setAttribute(SecurityErrors.SIGNED_OUT, end.sentence());
                });
                signOut(request);
            } else if (user.restricted() && !RESTRICTED.contains(path)) {
                response.sendRedirect(request.getContextPath() + "/account/password");
                return;
            } else {
                response.setHeader("Cache-Control", "no-store");
                if (user != authentication.getPrincipal()) {
                    rename(authentication, user);
                }
            }
        }
        chain.doFilter(request, response);
    }

    /** For this request; the session keeps what it began with, and other requests read that. */
    private static void rename(Authentication authentication, CurrentUser user) {
        UsernamePasswordAuthenticationToken called =
                UsernamePasswordAuthenticationToken.authenticated(user, null, authentication.getAuthorities());
        called.setDetails(authentication.getDetails());
        SecurityContextHolder.setContext(new SecurityContextImpl(called));
    }

    private static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/");
    }
}
