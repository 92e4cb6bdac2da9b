package org.maintenancefund.web.ratelimit;

import java.time.Duration;

/** More than the limit from one address. Shown as a 429 page that says when to try again. */
public class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(String limit, Duration retryAfter) {
        super("rate limit " + limit);
        this.retryAfter = retryAfter;
    }

    /** How long until the address may try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
