package org.maintenancefund.audit.domain;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the trail has done in the background. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class AuditJobs {

    private final AuditSealer sealer;
    private final AuditMonths months;

    AuditJobs(AuditSealer sealer, AuditMonths months) {
        this.sealer = sealer;
        this.months = months;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void seal() {
        sealer.seal();
    }

    @Scheduled(initialDelay = 0, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void createMonths() {
        months.createAhead();
    }
}
