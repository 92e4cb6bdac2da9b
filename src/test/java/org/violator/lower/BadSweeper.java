package org.violator.lower;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Does a job beside its service: where jobs are left out, so is the service. */
@Service
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
public class BadSweeper {

    @Scheduled(cron = "0 0 3 * * *")
    public void sweep() {
        // nothing: what counts is where it stands
    }
}
