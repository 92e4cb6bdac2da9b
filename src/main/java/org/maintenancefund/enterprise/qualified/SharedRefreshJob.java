package org.maintenancefund.enterprise.qualified;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refreshes in the small hours, where a directory is configured. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class SharedRefreshJob {

    private final SharedRefresh refresh;

    SharedRefreshJob(SharedRefresh refresh) {
        this.refresh = refresh;
    }

    @Scheduled(cron = "${app.shared-credentials.refresh.schedule:0 15 1 * * *}", zone = "Asia/Shanghai")
    void run() {
        if (refresh.isConfigured()) {
            refresh.runNightly();
        }
    }
}
