package org.maintenancefund.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Keeps the page asked for before signing in, in a cookie like our others: {@code __Host-} where TLS is on, HttpOnly,
 * SameSite. Only the address within the application is kept, without the host; an address that is long loses its query
 * rather than make the answer's headers too large. A cookie that can't be read counts as none and is deleted.
 *
 * <p>Spring's {@code CookieRequestCache} can't name the cookie, and fails on a value that is no address.
 */
class AskedPageCookie implements RequestCache {

    private static final OwnCookie COOKIE = new OwnCookie("REDIRECT_URI");
    private static final int LONGEST = 2000;
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    /** Begins with one slash, and nothing that a browser could take for another host or another header. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!isOpenedByAPerson(request)) {
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        String asked = query == null || path.length() + query.length() >= LONGEST ? path : path + "?" + query;
        if (asked.length() <= LONGEST && isLocal(asked)) {
            COOKIE.write(
                    request,
                    response,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(asked.getBytes(StandardCharsets.US_ASCII)),
                    LIFETIME);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> asked = read(request);
        if (asked.isEmpty()) {
            removeRequest(request, response);
        }
        return asked.map(SimpleSavedRequest::new).orElse(null);
    }

    /** Nothing of the request is replayed: after signing in the page is opened anew. Asked at every request. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (read(request).isEmpty()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (COOKIE.read(request).isPresent()) {
            COOKIE.write(request, response, "", Duration.ZERO);
        }
    }

    /** A page that is opened in a window: nothing a script fetches, no image, and nothing that was sent. */
    private static boolean isOpenedByAPerson(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && (mode == null || mode.equals("navigate"))
                && request.getHeader("X-Requested-With") == null
                && (accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE) || accepted.contains("*/*"));
    }

    private static Optional<String> read(HttpServletRequest request) {
        try {
            return COOKIE.read(request)
                    .filter(word -> word.length() <= 2 * LONGEST)
                    .map(word -> new String(Base64.getUrlDecoder().decode(word), StandardCharsets.ISO_8859_1))
                    .filter(AskedPageCookie::isLocal);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isLocal(String address) {
        if (!LOCAL.matcher(address).matches()) {
            return false;
        }
        try {
            // Also refuses a % that stands for no character, and steps up and about.
            return new URI(address).normalize().toString().equals(address);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
