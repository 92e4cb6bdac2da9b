package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.access.OwnCookie;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Notice;

/**
 * Why a person is signed in no more, without having signed out. Kept in a cookie until the page that asks to sign in again has
 * said it: there is no session any more that could hold it.
 */
record SessionEnd(Cause cause, Instant at) {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Pattern VALUE = Pattern.compile("([A-Z_]{3,30})\\.([0-9]{1,11})");

    enum Cause {
        /** The account was signed in to from another browser. */
        ELSEWHERE,
        RESET,
        PASSWORD_CHANGED,
        /** The city's system says something else of the person than at sign-in. */
        DIRECTORY_CHANGED,
        DISABLED,
        ORGANISATION_DISABLED,
        /** The committee was dissolved, and its people's accounts with it. */
        ORGANISATION_DISSOLVED,
        TOO_LONG
    }

    /** What it was and when, in a sentence. */
    String sentence() {
        return Messages.of("account.ended." + cause, Times.clock(at));
    }

    Notice notice() {
        return Notice.warning("account.ended." + cause, Times.clock(at));
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        OwnCookie.SIGNED_OUT.write(request, response, cause + "." + at.getEpochSecond(), LIFETIME);
    }

    /** What was remembered, once. */
    static Optional<SessionEnd> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> kept = OwnCookie.SIGNED_OUT.read(request);
        kept.ifPresent(value -> OwnCookie.SIGNED_OUT.write(request, response, "", Duration.ZERO));
        return kept.flatMap(SessionEnd::read);
    }

    private static Optional<SessionEnd> read(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        for (Cause cause : Cause.values()) {
            if (cause.name().equals(parts.group(1))) {
                return Optional.of(new SessionEnd(cause, Instant.ofEpochSecond(Long.parseLong(parts.group(2)))));
            }
        }
        return Optional.empty();
    }
}
