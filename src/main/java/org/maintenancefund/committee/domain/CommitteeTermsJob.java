package org.maintenancefund.committee.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notes after midnight which terms are over. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class CommitteeTermsJob {

    private final CommitteeTerms terms;

    CommitteeTermsJob(CommitteeTerms terms) {
        this.terms = terms;
    }

    @Scheduled(cron = "${app.committee.terms-schedule:0 10 0 * * *}", zone = "Asia/Shanghai")
    void run() {
        terms.markExpired();
    }
}
