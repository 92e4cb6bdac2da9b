package org.maintenancefund.account.signin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old counters of wrong tries in the small hours. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class ThrottleSweepJob {

    private final SignInThrottle throttle;
    private final AddressThrottle addresses;

    ThrottleSweepJob(SignInThrottle throttle, AddressThrottle addresses) {
        this.throttle = throttle;
        this.addresses = addresses;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Shanghai")
    void run() {
        throttle.sweep();
        addresses.sweep();
    }
}
