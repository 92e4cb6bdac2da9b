package org.maintenancefund.account.creation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets in the small hours which forms were answered long ago. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class SubmissionSweepJob {

    private final OperatorCreationService service;

    SubmissionSweepJob(OperatorCreationService service) {
        this.service = service;
    }

    @Scheduled(cron = "0 55 3 * * *", zone = "Asia/Shanghai")
    void run() {
        service.sweep();
    }
}
