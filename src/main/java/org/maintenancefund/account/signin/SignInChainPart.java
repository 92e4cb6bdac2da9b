package org.maintenancefund.account.signin;

import org.maintenancefund.access.ChainPart;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/** Puts the check of the account into the security chain. */
@Component
class SignInChainPart implements ChainPart {

    private final SignedInAccounts accounts;

    SignInChainPart(SignedInAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void addTo(HttpSecurity http) {
        http.addFilterBefore(new AccountCheckFilter(accounts), AuthorizationFilter.class);
    }
}
