package org.maintenancefund.web.request;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** How long the body of a request may be: known from its address, and whether a session is signed in, before it is read. */
@Component
class BodyLimits {

    private final RequestProperties properties;
    private final MultipartProperties multipart;
    private final UploadPaths uploads;
    private final SecurityContextRepository sessions;

    BodyLimits(
            RequestProperties properties,
            MultipartProperties multipart,
            UploadPaths uploads,
            SecurityContextRepository sessions) {
        this.properties = properties;
        this.multipart = multipart;
        this.uploads = uploads;
        this.sessions = sessions;
    }

    /** In bytes. */
    long of(HttpServletRequest request) {
        if (!uploads.takeFiles(request)) {
            return properties.maxForm().toBytes();
        }
        return sessions.containsContext(request)
                ? multipart.getMaxRequestSize().toBytes()
                : properties.maxStranger().toBytes();
    }
}
