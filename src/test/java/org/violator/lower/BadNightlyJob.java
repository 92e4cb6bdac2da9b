package org.violator.lower;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks for a property of its own: where jobs are left out it goes on. */
@Component
@ConditionalOnProperty(name = "nightly.enabled", havingValue = "true", matchIfMissing = true)
public class BadNightlyJob {

    @Scheduled(cron = "0 0 3 * * *")
    @Scheduled(cron = "0 0 4 * * *")
    public void run() {
        // nothing: what counts is what it asks for
    }
}
