package org.maintenancefund.area.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks soon after the start, and daily, whether a new version brought new rules for search keys. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class AreaRekeyingJob {

    private final AreaRekeying rekeying;

    AreaRekeyingJob(AreaRekeying rekeying) {
        this.rekeying = rekeying;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "P1D")
    void run() {
        int done;
        do {
            done = rekeying.someMore();
        } while (done > 0);
    }
}
