package org.maintenancefund.test;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests of what is behind the sign-in. */
public final class SignedIn {

    private SignedIn() {}

    /** Someone with that role in that organisation, with a changed password. */
    public static CurrentUser person(
            String name, Role role, OrgRef organisation, String organisationName, @Nullable DistrictId district) {
        OperatorId id = OperatorId.next();
        String username = "t" + id.value().toString().substring(24);
        return new CurrentUser(id, username, name, role, organisation, organisationName, district, false);
    }

    /** Sends the request as that person. */
    public static RequestPostProcessor as(CurrentUser user) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(user.role().authority(), "ACTIVE_PASSWORD")));
    }
}
