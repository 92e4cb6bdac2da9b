package org.maintenancefund.web.outage;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the request being served waits for the database: so long for each answer, and once only. */
final class RequestPatience {

    private static final ThreadLocal<@Nullable RequestPatience> CURRENT = new ThreadLocal<>();

    private final @Nullable Duration wait;
    private boolean spent;

    private RequestPatience(@Nullable Duration wait) {
        this.wait = wait;
    }

    /**
     * The request begins.
     *
     * @param wait for an answer of the database, or null for as long as background work waits
     */
    static void begin(@Nullable Duration wait) {
        CURRENT.set(new RequestPatience(wait));
    }

    static void end() {
        CURRENT.remove();
    }

    /** That of this thread; empty outside of a request. */
    static Optional<RequestPatience> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    Optional<Duration> forAnAnswer() {
        return Optional.ofNullable(wait);
    }

    /** The database didn't answer in time: nothing more is asked, not even for the error page. */
    void spend() {
        spent = true;
    }

    boolean isSpent() {
        return spent;
    }
}
