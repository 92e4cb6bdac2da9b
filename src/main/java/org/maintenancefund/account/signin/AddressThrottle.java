package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.maintenancefund.web.ratelimit.RateLimitProperties;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an address from trying one password on many user names (limit {@code sign-in}). A whole office signs in from one
 * address, so that only what failed counts, and each user name once: how often one name may be tried is {@link
 * SignInThrottle}'s to say.
 */
@Component
class AddressThrottle {

    private final JdbcClient jdbc;
    private final RateLimitProperties.Limit limit;
    private final Clock clock;

    AddressThrottle(JdbcClient jdbc, RateLimitProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limit = Objects.requireNonNull(limits.limits().get("sign-in"));
        this.clock = clock;
    }

    /** Throws {@link TooManyRequests} where so many user names failed from there lately. */
    void check(HttpServletRequest request) {
        long failed = jdbc.sql("SELECT count(*) FROM sign_in_failure WHERE address = :address AND failed_at > :since")
                .param("address", ClientAddress.key(request.getRemoteAddr()))
                .param("since", Timestamp.from(clock.instant().minus(limit.per())))
                .query(Long.class)
                .single();
        if (failed >= limit.amount()) {
            throw new TooManyRequests("sign-in", limit.per());
        }
    }

    /** The user name, as {@link DeviceCookies#subject}, failed from there. */
    @Transactional
    public void failed(HttpServletRequest request, String subject) {
        jdbc.sql("INSERT INTO sign_in_failure (address, subject, failed_at) VALUES (:address, :subject, :now)"
                        + " ON CONFLICT ON CONSTRAINT pk_sign_in_failure DO UPDATE SET failed_at = :now")
                .param("address", ClientAddress.key(request.getRemoteAddr()))
                .param("subject", subject)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What is no longer looked at. */
    @Transactional
    public void sweep() {
        Instant before = clock.instant().minus(limit.per()).minus(Duration.ofDays(1));
        jdbc.sql("DELETE FROM sign_in_failure WHERE failed_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
