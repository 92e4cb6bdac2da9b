package org.maintenancefund.application;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Finds out whose a draft is: the account's of someone signed in, else that of the browser, by an unguessable cookie. */
@Component
@RequiredArgsConstructor
public class DraftOwners {

    private static final String NAME = "draft";
    private static final String SECURE_NAME = "__Host-draft";

    private final ApplicationProperties limits;

    /** The owner, where the browser has a draft cookie already or someone is signed in. */
    public Optional<DraftOwner> find(HttpServletRequest request, @Nullable CurrentUser user) {
        return user != null ? Optional.of(DraftOwner.of(user)) : findBrowser(request);
    }

    /** The browser as owner, also where someone is signed in: public forms belong to the browser. */
    public Optional<DraftOwner> findBrowser(HttpServletRequest request) {
        return secret(request).map(DraftOwner::ofCookie);
    }

    /** The browser as owner; its cookie lives as long as the draft that is about to be kept. */
    public DraftOwner browser(HttpServletRequest request, HttpServletResponse response) {
        String secret = secret(request).orElseGet(Ids::secret);
        ResponseCookie cookie = ResponseCookie.from(request.isSecure() ? SECURE_NAME : NAME, secret)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(limits.draftLifetime())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return DraftOwner.ofCookie(secret);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, request.isSecure() ? SECURE_NAME : NAME);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(Ids::isSecret);
    }
}
