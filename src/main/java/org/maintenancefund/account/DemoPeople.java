package org.maintenancefund.account;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.domain.CurrentUsers;
import org.springframework.stereotype.Component;

/** The demo city's people as if they had signed in, for features that let them do something there. */
@Component
public class DemoPeople {

    private final Operators operators;
    private final CurrentUsers users;

    DemoPeople(Operators operators, CurrentUsers users) {
        this.operators = operators;
        this.users = users;
    }

    /** By user name; there must be such a person. */
    public CurrentUser named(String username) {
        return users.of(operators.findByUsername(username).orElseThrow(), false);
    }
}
