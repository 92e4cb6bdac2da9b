package org.maintenancefund.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The security chain: built from the catalogue of pages, and closed for everything that is not in it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String[] STATIC = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico", "/error"};

    /** Health and metrics: reached on the management port, which listens on loopback unless configured otherwise. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) {
        http.securityMatcher(
                new OrRequestMatcher(EndpointRequest.toAnyEndpoint(), SecurityConfiguration::isManagement));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }

    /** Everything on that port, also what is not there: our pages can't be drawn there. */
    private static boolean isManagement(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            List<ChainPart> parts,
            CsrfTokenRepository csrfTokens,
            SecurityContextRepository contexts,
            RequestCache askedFor) {
        http.authorizeHttpRequests(requests -> {
            requests.requestMatchers(STATIC).permitAll();
            for (Page page : Page.values()) {
                String[] patterns = page.patterns().toArray(String[]::new);
                if (page.isPublic()) {
                    requests.requestMatchers(patterns).permitAll();
                } else if (page == Page.PASSWORD) {
                    // Also with the initial password, which gives no role.
                    requests.requestMatchers(patterns).authenticated();
                } else {
                    requests.requestMatchers(patterns)
                            .hasAnyAuthority(
                                    page.roles().stream().map(Role::authority).toArray(String[]::new));
                }
            }
            requests.anyRequest().denyAll();
        });
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.requestCache(cache -> cache.requestCache(askedFor));
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens));
        http.exceptionHandling(
                failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
        http.logout(logout -> logout.logoutSuccessUrl("/login?signed-out"));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
        parts.forEach(part -> part.addTo(http));
        return http.build();
    }

    /** The page asked for before signing in, in a cookie: a stranger's request makes no session. */
    @Bean
    RequestCache requestCache() {
        return new AskedPageCookie();
    }

    /** Argon2id (RFC 9106) for passwords and codes: 16 bytes of salt, 32 of hash, one lane, 12 MiB, three passes. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 12 * 1024, 3);
    }

    /** A span for each of the chain's filters and for each decision costs as much as the chain; requests are still counted. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }
}
