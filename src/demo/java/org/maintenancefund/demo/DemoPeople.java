package org.maintenancefund.demo;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.username.UsernameSuggestions;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.stereotype.Component;

/** The demo city's people: their accounts are made as any others, and features let them do something there. */
@Component
public class DemoPeople {

    private final Operators operators;
    private final CurrentUsers users;
    private final UsernameSuggestions suggestions;

    DemoPeople(Operators operators, CurrentUsers users, UsernameSuggestions suggestions) {
        this.operators = operators;
        this.users = users;
        this.suggestions = suggestions;
    }

    /** Somebody as if signed in, by user name; there must be such a person. */
    public CurrentUser named(String username) {
        return users.of(operators.findByUsername(username).orElseThrow(), false);
    }

    /** Makes an account and activates it, with the password that README names. */
    public void activated(NewOperator person) {
        IssuedAccount account = operators.create(person);
        if (!operators.activate(account.username(), account.activationCode(), DemoStep.PASSWORD)) {
            throw new IllegalStateException("a demo account could not be activated: " + account.username());
        }
    }

    /** Makes an account under the user name that is suggested for the person, who has not signed in yet. */
    public void waiting(OrgRef organisation, Role role, String personName, MobileNumber mobile) {
        String username = suggestions.of(personName).orElseThrow().username();
        operators.create(new NewOperator(organisation, role, personName, mobile, username));
    }
}
