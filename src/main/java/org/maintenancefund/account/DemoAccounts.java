package org.maintenancefund.account;

import org.maintenancefund.demo.DemoStep;
import org.springframework.stereotype.Component;

/** Sign-ins of the demo city: made and activated as any other, with the password that README names. */
@Component
public class DemoAccounts {

    private final Operators operators;

    DemoAccounts(Operators operators) {
        this.operators = operators;
    }

    /** Makes the account and activates it. */
    public void activated(NewOperator person) {
        IssuedAccount account = operators.create(person);
        if (!operators.activate(account.username(), account.activationCode(), DemoStep.PASSWORD)) {
            throw new IllegalStateException("a demo account could not be activated: " + account.username());
        }
    }
}
