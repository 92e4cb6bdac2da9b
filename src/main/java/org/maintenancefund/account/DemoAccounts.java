package org.maintenancefund.account;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.demo.DemoStep;
import org.springframework.stereotype.Component;

/** Sign-ins of the demo city: made and activated as any other, with the password that README names. */
@Component
public class DemoAccounts {

    private final Operators operators;

    DemoAccounts(Operators operators) {
        this.operators = operators;
    }

    /** A demo sign-in as the services need to know who acts. */
    public CurrentUser person(String username, String organisationName, DistrictId district) {
        OperatorView operator = operators.findByUsername(username).orElseThrow();
        return new CurrentUser(
                operator.id(),
                operator.username(),
                operator.personName(),
                operator.role(),
                operator.organisation(),
                organisationName,
                district,
                false);
    }

    /** Makes the account and activates it. */
    public void activated(NewOperator person) {
        IssuedAccount account = operators.create(person);
        if (!operators.activate(account.username(), account.activationCode(), DemoStep.PASSWORD)) {
            throw new IllegalStateException("a demo account could not be activated: " + account.username());
        }
    }
}
