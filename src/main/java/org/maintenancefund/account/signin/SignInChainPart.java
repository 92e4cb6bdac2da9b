package org.maintenancefund.account.signin;

import java.time.Clock;
import org.maintenancefund.access.ChainPart;
import org.maintenancefund.account.AccountProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/** Puts the check of the account into the security chain. */
@Component
class SignInChainPart implements ChainPart {

    private final JdbcClient jdbc;
    private final AccountProperties limits;
    private final Clock clock;

    SignInChainPart(JdbcClient jdbc, AccountProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void addTo(HttpSecurity http) {
        http.addFilterBefore(new AccountCheckFilter(jdbc, limits, clock), AuthorizationFilter.class);
    }
}
