package org.violator.lower;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Does a job beside its service, and can't be told not to. */
@Service
public class BadSweeper {

    @Scheduled(cron = "0 0 3 * * *")
    public void sweep() {
        // nothing: what counts is where it stands
    }
}
