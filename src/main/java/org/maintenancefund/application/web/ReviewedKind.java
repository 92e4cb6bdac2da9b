package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.kernel.NotFound;

/** Which kind of application a review address is about: the pages are the same for all, the addresses are not. */
final class ReviewedKind {

    private ReviewedKind() {}

    static ApplicationKind of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Arrays.stream(ApplicationKind.values())
                .filter(kind -> path.equals(path(kind)) || path.startsWith(path(kind) + "/"))
                .findFirst()
                .orElseThrow(() -> new NotFound("review page " + path));
    }

    static String path(ApplicationKind kind) {
        return kind.reviews().path();
    }
}
