package org.maintenancefund.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie of ours, which no script reads. Where TLS is on its name begins with {@code __Host-}, which makes browsers insist on
 * Secure, on the path / and on this very host; on plain HTTP (the embedded default on this machine) that is not possible.
 *
 * @param plainName without that beginning
 */
public record OwnCookie(String plainName) {

    /** Why a person is signed in no more, until the sign-in page has said so: no page that was drawn before says that. */
    public static final OwnCookie SIGNED_OUT = new OwnCookie("SIGNED_OUT");

    static final String SECURE = "__Host-";

    /** What the browser sent. */
    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request))).map(Cookie::getValue);
    }

    /** Has the browser keep it so long; taken off where that is no time at all. */
    public void write(HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return (request.isSecure() ? SECURE : "") + plainName;
    }
}
