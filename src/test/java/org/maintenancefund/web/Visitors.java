package org.maintenancefund.web;

import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.test.SignedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People in front of a page, for tests of what pages show to whom. They stand in no table. */
public final class Visitors {

    private Visitors() {}

    /** Someone with this role, of an organisation that nobody keeps. */
    public static RequestPostProcessor signedIn(Role role) {
        return SignedIn.as(user(role, false));
    }

    /** Someone who has signed in with the initial password. */
    public static RequestPostProcessor restricted(Role role) {
        return SignedIn.as(user(role, true));
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
}
