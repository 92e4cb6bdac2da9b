package org.maintenancefund.web.error;

import org.maintenancefund.access.ChainPart;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** Gives the security chain our pages for 403, for an expired form and for who has to sign in first. */
@Component
class ErrorPagesChainPart implements ChainPart {

    private final DeniedPages deniedPages;
    private final SignInFirst signInFirst;

    ErrorPagesChainPart(DeniedPages deniedPages, SignInFirst signInFirst) {
        this.deniedPages = deniedPages;
        this.signInFirst = signInFirst;
    }

    @Override
    public void addTo(HttpSecurity http) {
        http.exceptionHandling(
                failures -> failures.accessDeniedHandler(deniedPages).authenticationEntryPoint(signInFirst));
    }
}
