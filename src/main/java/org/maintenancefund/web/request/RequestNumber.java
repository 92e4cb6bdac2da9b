package org.maintenancefund.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a number. It stands in each log line, in the audit trail and on error pages, so that a person on the
 * telephone and the log can be brought together. It is no secret and says nothing about the person.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestNumber extends OncePerRequestFilter {

    /** Key of the number in the logging context. */
    public static final String KEY = "requestNumber";

    // Crockford's base32: no I, L, O, U, so that it can be read out.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    /** The number of the request being served; empty outside of one. */
    public static String current() {
        String number = MDC.get(KEY);
        return number == null ? "" : number;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = (String) request.getAttribute(RequestNumber.class.getName());
        if (number == null) {
            number = next();
            request.setAttribute(RequestNumber.class.getName(), number);
        }
        MDC.put(KEY, number);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }

    /** The container draws the error page in a second pass; it carries the number of the first. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String next() {
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
