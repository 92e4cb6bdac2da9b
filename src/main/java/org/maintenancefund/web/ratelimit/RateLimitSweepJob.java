package org.maintenancefund.web.ratelimit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps windows that are over out of the database. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class RateLimitSweepJob {

    private final RateLimits limits;

    RateLimitSweepJob(RateLimits limits) {
        this.limits = limits;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void run() {
        limits.sweep();
    }
}
