package org.maintenancefund.application.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does to applications and drafts what time does to them. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class ApplicationAgeingJob {

    private final ApplicationAgeing ageing;

    ApplicationAgeingJob(ApplicationAgeing ageing) {
        this.ageing = ageing;
    }

    @Scheduled(cron = "${app.application.lapse-schedule:0 20 2 * * *}", zone = "Asia/Shanghai")
    void lapse() {
        ageing.lapseUntouched();
    }

    @Scheduled(cron = "${app.application.retention-schedule:0 40 2 * * *}", zone = "Asia/Shanghai")
    void delete() {
        ageing.deleteExpired();
    }

    @Scheduled(fixedDelayString = "${app.application.draft-sweep:PT30M}", initialDelayString = "PT5M")
    void sweep() {
        ageing.sweepDrafts();
    }
}
