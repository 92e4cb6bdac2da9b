package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.AccountProperties;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Begins and renews sessions. */
@Component
class SignInSessions {

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final FindByIndexNameSessionRepository<? extends Session> stored;
    private final SignedInAccounts accounts;
    private final AccountProperties limits;

    SignInSessions(
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            FindByIndexNameSessionRepository<? extends Session> stored,
            SignedInAccounts accounts,
            AccountProperties limits) {
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.stored = stored;
        this.accounts = accounts;
        this.limits = limits;
    }

    private static boolean isLaterThan(SessionMark mark, Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                && SessionMark.of(context.getAuthentication())
                        .filter(other -> other.number() > mark.number())
                        .isPresent();
    }

    /**
     * Begins a session under a new id. A full session ends the account's others, where one session per account is set; a
     * restricted one, which anybody could begin with the initial password, ends nobody's.
     */
    void begin(CurrentUser user, int epoch, HttpServletRequest request, HttpServletResponse response) {
        SessionMark mark = accounts.begin(user, epoch);
        HttpSession before = request.getSession(false);
        if (!user.restricted() && limits.oneSession()) {
            // They could do nothing any more; but nobody should find them in the table. One that began after this one
            // stays.
            stored.findByPrincipalName(user.username()).values().stream()
                    .filter(session -> before == null || !session.getId().equals(before.getId()))
                    .filter(session -> !isLaterThan(mark, session))
                    .map(Session::getId)
                    .forEach(stored::deleteById);
        }
        if (before != null) {
            request.changeSessionId();
        }
        csrfTokens.saveToken(null, request, response);
        UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                // Before the password is changed the account has no right at all, whatever its role.
                user.restricted()
                        ? List.of()
                        : List.of(new SimpleGrantedAuthority(user.role().authority())));
        authentication.setDetails(mark);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
