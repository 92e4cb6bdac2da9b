package org.maintenancefund.account.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Disables in the small hours what was not activated in time. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class UnactivatedAccountsJob {

    private final AccountService service;

    UnactivatedAccountsJob(AccountService service) {
        this.service = service;
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
    void run() {
        service.disableUnactivated();
    }
}
