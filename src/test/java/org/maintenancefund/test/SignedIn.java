package org.maintenancefund.test;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.signin.SessionMark;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** People for tests of what is behind the sign-in. */
public final class SignedIn {

    private static final Set<OperatorId> MADE_UP = ConcurrentHashMap.newKeySet();

    private SignedIn() {}

    /** Someone with that role in that organisation, with a changed password. */
    public static CurrentUser person(
            String name, Role role, OrgRef organisation, String organisationName, @Nullable DistrictId district) {
        OperatorId id = OperatorId.next();
        // Letters only: eleven digits in a row could be a mobile number, which the trail masks.
        String username = "t"
                + id.value()
                        .toString()
                        .substring(24)
                        .chars()
                        .map(digit -> 'a' + Character.digit(digit, 16))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return new CurrentUser(id, username, name, role, organisation, organisationName, district, false);
    }

    /** Whether a test made the person up: there was no account when they signed in. */
    static boolean isMadeUp(CurrentUser user) {
        return MADE_UP.contains(user.operatorId());
    }

    /** Sends the request as that person, in a session that begins now. */
    public static RequestPostProcessor as(CurrentUser user) {
        return request -> {
            UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                    user,
                    null,
                    user.restricted()
                            ? AuthorityUtils.NO_AUTHORITIES
                            : AuthorityUtils.createAuthorityList(user.role().authority(), "ACTIVE_PASSWORD"));
            authentication.setDetails(mark(
                    user, WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())));
            return authentication(authentication).postProcessRequest(request);
        };
    }

    /** The mark a session of the account would have if it began now. */
    private static SessionMark mark(CurrentUser user, ApplicationContext application) {
        Instant now = application.getBean(Clock.class).instant();
        return application
                .getBean(JdbcClient.class)
                .sql("SELECT session_epoch, session_number FROM operator WHERE id = :id")
                .param("id", user.operatorId().value())
                .query((row, i) -> new SessionMark(row.getInt(1), row.getInt(2), now, UUID.randomUUID()))
                .optional()
                .orElseGet(() -> {
                    MADE_UP.add(user.operatorId());
                    return new SessionMark(0, 0, now, UUID.randomUUID());
                });
    }
}
