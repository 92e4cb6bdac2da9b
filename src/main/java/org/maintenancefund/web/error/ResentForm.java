package org.maintenancefund.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.request.RequestNumber;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that came too late, its token or its session expired: offered again with what was typed and a fresh token, so that
 * one button sends it. Secrets are left out and asked for again; files can't be carried along. Only for forms that come
 * from our own pages: to others this page would be a way to have a stranger's form sent after all.
 */
final class ResentForm {

    private static final Set<String> SECRETS = Set.of("current", "repeated", "code", "_csrf");

    /** A text that was typed. */
    record Typed(String name, String value) {}

    private ResentForm() {}

    static boolean isOffered(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && isFromOurPages(request);
    }

    static ModelAndView page(HttpServletRequest request, HttpStatus status) {
        ModelAndView page = new ModelAndView("error/resend", status);
        String query = request.getQueryString();
        page.addObject("title", Messages.of("web.resend.title"));
        page.addObject("action", request.getRequestURI() + (query == null ? "" : "?" + query));
        page.addObject("typed", typed(request));
        page.addObject("withFiles", isMultipart(request));
        page.addObject(
                "expired",
                Objects.requireNonNullElseGet(
                        (String) request.getAttribute(SecurityErrors.SIGNED_OUT),
                        () -> Messages.of("web.resend.expired")));
        page.addObject("signInFirst", status == HttpStatus.UNAUTHORIZED);
        page.addObject("requestNumber", RequestNumber.current());
        return page;
    }

    private static List<Typed> typed(HttpServletRequest request) {
        Set<String> inAddress = namesIn(request.getQueryString());
        List<Typed> typed = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!isSecret(name) && !inAddress.contains(name)) {
                for (String value : values) {
                    typed.add(new Typed(name, value));
                }
            }
        });
        return typed;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || SECRETS.contains(lower);
    }

    private static Set<String> namesIn(String query) {
        if (query == null) {
            return Set.of();
        }
        return Set.copyOf(List.of(query.split("&")).stream()
                .map(pair -> pair.split("=", 2)[0])
                .distinct()
                .toList());
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /** Browsers say where a form was sent from; a form without that word comes from an old one or from a program. */
    private static boolean isFromOurPages(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equals(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
