package org.maintenancefund.web.ratelimit;

import java.time.Duration;

/** What is guessed at, and how long a {@link Throttle} remembers. */
public enum Purpose {
    PASSWORD(Duration.ofDays(30)),
    ACTIVATION_CODE(Duration.ofDays(30)),
    RECEIPT_CODE(Duration.ofDays(1)),
    /** Many user names tried from one address: each that failed is a counter. */
    ADDRESS(Duration.ofDays(1));

    final Duration forgottenAfter;

    Purpose(Duration forgottenAfter) {
        this.forgottenAfter = forgottenAfter;
    }
}
