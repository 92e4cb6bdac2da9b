package org.maintenancefund.web.request;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** How long the body of a request may be: known from its address, and who sends it, before it is read. */
@Component
@RequiredArgsConstructor
class BodyLimits {

    private final RequestProperties properties;
    private final MultipartProperties multipart;
    private final UploadPaths uploads;
    private final SecurityContextRepository sessions;

    /** In bytes. */
    long of(HttpServletRequest request) {
        if (!uploads.takeFiles(request)) {
            return properties.maxForm().toBytes();
        }
        return isOfSomebodyKnown(request)
                ? multipart.getMaxRequestSize().toBytes()
                : properties.maxStranger().toBytes();
    }

    /** Anybody can begin a session with an initial password: it proves nothing until the password is changed. */
    private boolean isOfSomebodyKnown(HttpServletRequest request) {
        if (!sessions.containsContext(request)) {
            return false;
        }
        Authentication authentication =
                sessions.loadDeferredContext(request).get().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof CurrentUser user
                && !user.restricted();
    }
}
