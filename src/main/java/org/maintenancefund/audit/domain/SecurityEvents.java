package org.maintenancefund.audit.domain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sign-ins, sign-outs and refused accesses, taken from Spring Security's events, so that {@code access} needs to know
 * nothing of the trail. What can't be written is a warning in the log; nobody is kept out by it.
 */
@Component
@RequiredArgsConstructor
class SecurityEvents {

    private static final Logger log = LoggerFactory.getLogger(SecurityEvents.class);

    /** People type their password into the wrong field: only what looks like a user name is kept. */
    private static final Pattern LIKE_A_USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}", Pattern.CASE_INSENSITIVE);

    private final AuditTrail trail;

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        user(event.getAuthentication())
                .ifPresent(user -> record(AuditEvent.of("SIGN_IN")
                        .on("account", user.operatorId(), user.username())
                        .change("restricted", null, user.restricted() ? true : null)
                        .by(user)));
    }

    @EventListener
    void notSignedIn(AbstractAuthenticationFailureEvent event) {
        String typed = ChineseText.code(event.getAuthentication().getName()).toLowerCase(Locale.ROOT);
        String username = LIKE_A_USERNAME.matcher(typed).matches() ? typed : Messages.of("audit.username.unlike");
        record(AuditEvent.of("SIGN_IN")
                .on("account", username, null)
                .change("reason", null, event.getException().getClass().getSimpleName())
                .endedWith(AuditResult.FAILURE));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        user(event.getAuthentication())
                .ifPresent(user -> record(AuditEvent.of("SIGN_OUT")
                        .on("account", user.operatorId(), user.username())
                        .by(user)));
    }

    /**
     * Of people who are signed in; strangers are led to the sign-in, and a restricted session to its one page. An address that
     * no page has is no refusal.
     */
    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        user(event.getAuthentication().get())
                .filter(user -> !user.restricted())
                .ifPresent(user -> record(refusal().by(user)));
    }

    private static AuditEvent refusal() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return AuditEvent.of("ACCESS_REFUSED").on("page", "?", null).endedWith(AuditResult.REFUSED);
        }
        HttpServletRequest request = attributes.getRequest();
        String address = request.getMethod() + " " + request.getRequestURI();
        return Page.at(request)
                .map(page -> AuditEvent.of("ACCESS_REFUSED")
                        .on("page", address, page.label())
                        .endedWith(AuditResult.REFUSED))
                .orElseGet(() ->
                        AuditEvent.of("PAGE_UNKNOWN").on("page", address, null).endedWith(AuditResult.FAILURE));
    }

    private void record(AuditEvent event) {
        try {
            trail.recordOnItsOwn(event);
        } catch (RuntimeException e) {
            log.warn("{} was not recorded in the audit trail", event.action(), e);
        }
    }

    private static Optional<CurrentUser> user(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }
}
