package org.maintenancefund.application;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OwnCookie;
import org.maintenancefund.kernel.Ids;
import org.springframework.stereotype.Component;

/** Finds out whose a draft is: the account's of someone signed in, else that of the browser, by an unguessable cookie. */
@Component
@RequiredArgsConstructor
public class DraftOwners {

    private static final OwnCookie COOKIE = new OwnCookie("draft");

    private final ApplicationLimits limits;

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
        COOKIE.write(request, response, secret, limits.draftLifetime());
        return DraftOwner.ofCookie(secret);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return COOKIE.read(request).filter(Ids::isSecret);
    }
}
