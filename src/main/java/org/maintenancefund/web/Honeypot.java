package org.maintenancefund.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The input of public forms that only programs fill in. */
public final class Honeypot {

    private static final String FIELD = "website";

    private Honeypot() {}

    /** Refuses (400) a form whose hidden input is filled; a person who was filled in by the browser can send it again. */
    public static void check(HttpServletRequest request) {
        String value = request.getParameter(FIELD);
        if (value != null && !value.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
