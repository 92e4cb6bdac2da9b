package org.maintenancefund.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People in front of a page, for tests of what pages show to whom. They stand in no table. */
public final class Visitors {

    private Visitors() {}

    /** Someone with this role, of an organisation that nobody keeps. */
    public static RequestPostProcessor signedIn(Role role) {
        return as(user(role, false), role.authority(), "ACTIVE_PASSWORD");
    }

    /** Someone who has signed in with the initial password. */
    public static RequestPostProcessor restricted(Role role) {
        return as(user(role, true));
    }

    public static CurrentUser user(Role role, boolean restricted) {
        return new CurrentUser(
                OperatorId.next(),
                "wangjg",
                "王建国",
                role,
                new OrgRef(role.organisation(), UUID.randomUUID()),
                "某某单位",
                DistrictId.next(),
                restricted);
    }

    private static RequestPostProcessor as(CurrentUser user, String... authorities) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                List.of(authorities).stream().map(SimpleGrantedAuthority::new).toList()));
    }
}
