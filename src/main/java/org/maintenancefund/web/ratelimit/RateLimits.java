package org.maintenancefund.web.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what an address asks for in fixed windows, in the database, so that several instances count together. One atomic
 * statement each; in a transaction of its own, so that what is refused later counts all the same.
 */
@Component
@RequiredArgsConstructor
public class RateLimits {

    private final JdbcClient jdbc;
    private final RateLimitProperties properties;
    private final Clock clock;

    /** Takes one of the limit; throws {@link TooManyRequests} where nothing is left. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = TooManyRequests.class)
    public void take(String name, HttpServletRequest request) {
        take(name, request, 1);
    }

    /** Takes so much of the limit; throws {@link TooManyRequests} where that is more than is left. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = TooManyRequests.class)
    public void take(String name, HttpServletRequest request, long weight) {
        RateLimitProperties.Limit limit = properties.of(name);
        long length = limit.per().toMillis();
        Instant now = clock.instant();
        Instant window = Instant.ofEpochMilli(now.toEpochMilli() / length * length);
        long used = jdbc.sql(
                        "INSERT INTO rate_limit AS r (name, address, window_start, window_end, used)"
                                + " VALUES (:name, :address, :window, :end, :weight)"
                                + " ON CONFLICT ON CONSTRAINT pk_rate_limit DO UPDATE SET used = r.used + EXCLUDED.used RETURNING used")
                .param("name", name)
                .param("address", ClientAddress.key(request.getRemoteAddr()))
                .param("window", Timestamp.from(window))
                .param("end", Timestamp.from(window.plusMillis(length)))
                .param("weight", weight)
                .query(Long.class)
                .single();
        if (used > limit.amount()) {
            throw new TooManyRequests(name, Duration.between(now, window.plusMillis(length)));
        }
    }

    /** Windows that are over tell nothing any more. */
    @Transactional
    public void sweep() {
        jdbc.sql("DELETE FROM rate_limit WHERE window_end < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
