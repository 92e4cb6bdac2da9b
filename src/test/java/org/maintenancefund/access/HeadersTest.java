package org.maintenancefund.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every answer says to the browser. */
@IntegrationTest
class HeadersTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CookieSerializer sessionCookies;

    @Autowired
    CsrfTokenRepository formTokens;

    private MockHttpServletResponse login(boolean secure) {
        return mvc.get().uri("/login").secure(secure).exchange().getResponse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Security-Policy      | default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            X-Content-Type-Options       | nosniff
            Referrer-Policy              | same-origin
            Cross-Origin-Opener-Policy   | same-origin
            Cross-Origin-Resource-Policy | same-origin
            X-Frame-Options              | DENY
            """)
    void everyPageIsSentWithItsPolicies(String header, String value) {
        assertThat(login(false).getHeader(header)).isEqualTo(value);
    }

    @Test
    void theBrowserIsToldToStayWithTlsOnlyWhereThereIsTls() {
        assertThat(login(true).getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(login(false).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void withTlsTheCookiesAreBoundToThisHost() {
        assertThat(sessionCookie(true))
                .startsWith("__Host-SESSION=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(formCookie(true)).startsWith("__Host-csrf=").contains("Secure", "HttpOnly", "Path=/");
        assertThat(sessionCookie(false)).startsWith("SESSION=").contains("HttpOnly", "SameSite=Lax");
        assertThat(formCookie(false)).startsWith("csrf=").contains("HttpOnly");
    }

    private String sessionCookie(boolean secure) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        sessionCookies.writeCookieValue(new CookieSerializer.CookieValue(request(secure), response, "id"));
        return response.getHeader("Set-Cookie");
    }

    private String formCookie(boolean secure) {
        MockHttpServletRequest request = request(secure);
        MockHttpServletResponse response = new MockHttpServletResponse();
        formTokens.saveToken(formTokens.generateToken(request), request, response);
        return response.getHeader("Set-Cookie");
    }

    private static MockHttpServletRequest request(boolean secure) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(secure);
        return request;
    }
}
