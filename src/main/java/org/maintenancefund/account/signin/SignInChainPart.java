package org.maintenancefund.account.signin;

import java.util.List;
import org.maintenancefund.access.ChainPart;
import org.maintenancefund.access.Page;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Puts the sign-in, and the check of who is signed in, into the security chain. */
@Component
class SignInChainPart implements ChainPart {

    private final ProviderManager manager;
    private final LoginOutcome outcome;
    private final AccountSessions sessions;

    SignInChainPart(
            AccountAuthenticationProvider provider,
            AuthenticationEventPublisher events,
            LoginOutcome outcome,
            AccountSessions sessions) {
        // Of its own: beside Spring's global one, which the chain would ask after a refusal, each try counted twice.
        this.manager = new ProviderManager(List.of(provider));
        manager.setAuthenticationEventPublisher(events);
        this.outcome = outcome;
        this.sessions = sessions;
    }

    @Override
    public void addTo(HttpSecurity http) {
        http.authenticationManager(manager);
        http.formLogin(form -> form.loginPage(Page.LOGIN.path())
                .authenticationDetailsSource(request -> request)
                .successHandler(outcome)
                .failureHandler(outcome));
        http.sessionManagement(management -> management.addSessionAuthenticationStrategy(sessions));
        http.addFilterBefore(new AccountCheckFilter(sessions), UsernamePasswordAuthenticationFilter.class);
    }
}
