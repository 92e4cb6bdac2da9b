package org.violator.lower;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs on every instance at once, and on none where the one that runs it dies. */
@Component
public class BadNightlyJob {

    @Scheduled(cron = "0 0 3 * * *")
    @Scheduled(cron = "0 0 4 * * *")
    public void run() {
        // nothing: what counts is who calls it
    }
}
