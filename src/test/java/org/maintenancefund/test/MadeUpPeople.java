package org.maintenancefund.test;

import java.time.Clock;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.signin.SessionMark;
import org.maintenancefund.account.signin.SignedInAccounts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets people sign in whom a test made up: they have no account that could be compared with their session's
 * mark. Everybody else is compared as always.
 */
@TestConfiguration(proxyBeanMethods = false)
public class MadeUpPeople {

    @Bean
    @Primary
    SignedInAccounts accountsAndMadeUpPeople(JdbcClient jdbc, AccountProperties limits, Clock clock) {
        return new SignedInAccounts(jdbc, limits, clock) {

            @Override
            public boolean isInForce(CurrentUser user, SessionMark mark) {
                return SignedIn.isMadeUp(user) || super.isInForce(user, mark);
            }
        };
    }
}
