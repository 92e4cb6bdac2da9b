package org.maintenancefund.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What another module adds to the security chain, such as sign-in. */
public interface ChainPart {

    void addTo(HttpSecurity http);
}
