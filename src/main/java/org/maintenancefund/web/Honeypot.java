package org.maintenancefund.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.validation.Errors;

/** The input of public forms that only programs fill in: people don't see it, and browsers don't know it by its name. */
public final class Honeypot {

    /** A name that is in no browser's list of what it fills in by itself. */
    public static final String FIELD = "subject-line";

    private Honeypot() {}

    /** Adds an error where the input is filled: a person whose browser did it finds everything typed and sends it again. */
    public static void check(HttpServletRequest request, Errors errors) {
        String value = request.getParameter(FIELD);
        if (value != null && !value.isBlank()) {
            errors.reject("web.honeypot");
        }
    }
}
