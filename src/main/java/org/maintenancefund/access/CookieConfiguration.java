package org.maintenancefund.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The cookies of sessions and forms, named like every {@link OwnCookie}. */
@Configuration(proxyBeanMethods = false)
class CookieConfiguration {

    /** The ids that Spring Session gives; with anything else the database would be asked for what can't be there. */
    private static final Pattern SESSION_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Bean
    CookieSerializer sessionCookies() {
        CookieSerializer plain = session("SESSION");
        CookieSerializer secure = session(OwnCookie.SECURE + "SESSION");
        return new CookieSerializer() {

            @Override
            public void writeCookieValue(CookieValue value) {
                (value.getRequest().isSecure() ? secure : plain).writeCookieValue(value);
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return (request.isSecure() ? secure : plain)
                        .readCookieValues(request).stream()
                                .filter(id -> SESSION_ID.matcher(id).matches())
                                .toList();
            }
        };
    }

    /**
     * A cookie that no script reads and a field in every form: a form outlives a session, and drawing one makes no row in
     * the table of sessions.
     */
    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        CsrfTokenRepository plain = csrf("csrf");
        CsrfTokenRepository secure = csrf(OwnCookie.SECURE + "csrf");
        return new CsrfTokenRepository() {

            @Override
            public CsrfToken generateToken(HttpServletRequest request) {
                return of(request).generateToken(request);
            }

            @Override
            public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
                of(request).saveToken(token, request, response);
            }

            @Override
            public @Nullable CsrfToken loadToken(HttpServletRequest request) {
                return of(request).loadToken(request);
            }

            private CsrfTokenRepository of(HttpServletRequest request) {
                return request.isSecure() ? secure : plain;
            }
        };
    }

    private static CookieSerializer session(String name) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(name);
        cookies.setCookiePath("/");
        cookies.setSameSite("Lax");
        return cookies;
    }

    private static CsrfTokenRepository csrf(String name) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
        return tokens;
    }
}
