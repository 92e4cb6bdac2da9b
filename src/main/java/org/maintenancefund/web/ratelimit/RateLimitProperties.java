package org.maintenancefund.web.ratelimit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits, by name; {@code app.rate-limit.limits.<name>.amount} and {@code .per} change one.
 *
 * @param limits what is set beside the defaults
 */
@ConfigurationProperties("app.rate-limit")
public record RateLimitProperties(Map<String, Limit> limits) {

    /**
     * A limit of one address.
     *
     * @param amount how many, or how many bytes
     * @param per    in which time
     */
    public record Limit(long amount, Duration per) {}

    private static final Map<String, Limit> DEFAULTS = Map.ofEntries(
            Map.entry("username-lookup", new Limit(20, Duration.ofMinutes(1))),
            Map.entry("sign-in", new Limit(60, Duration.ofMinutes(5))),
            Map.entry("first-sign-in", new Limit(300, Duration.ofMinutes(5))),
            Map.entry("progress", new Limit(20, Duration.ofMinutes(1))),
            Map.entry("fund-look-up", new Limit(20, Duration.ofMinutes(1))),
            Map.entry("verify", new Limit(20, Duration.ofMinutes(1))),
            Map.entry("fund-papers", new Limit(30, Duration.ofHours(1))),
            Map.entry("registration", new Limit(10, Duration.ofHours(1))),
            Map.entry("pre-check", new Limit(60, Duration.ofHours(1))),
            Map.entry("area-report", new Limit(10, Duration.ofHours(1))),
            Map.entry("import", new Limit(60, Duration.ofHours(1))),
            Map.entry("draft-text", new Limit(3_000_000, Duration.ofHours(1))),
            Map.entry("upload", new Limit(200L * 1024 * 1024, Duration.ofHours(1))));

    public RateLimitProperties(Map<String, Limit> limits) {
        Map<String, Limit> all = new HashMap<>(DEFAULTS);
        if (limits != null) {
            all.putAll(limits);
        }
        this.limits = Map.copyOf(all);
    }

    Limit of(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("no rate limit of that name: " + name);
        }
        return limit;
    }
}
