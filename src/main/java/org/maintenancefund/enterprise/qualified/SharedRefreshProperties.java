package org.maintenancefund.enterprise.qualified;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the refresh from the directory of the shared credentials.
 *
 * @param schedule        when it runs by itself, as a cron expression in the city's time
 * @param mostGonePercent people disabled by one run, of all known; more than that looks like a fault of the directory and
 *                        waits for the administrator's word
 * @param fewGone         so many may go whatever part of all they are
 */
@ConfigurationProperties("app.shared-credentials.refresh")
record SharedRefreshProperties(
        @DefaultValue("0 15 1 * * *") String schedule,
        @DefaultValue("20") int mostGonePercent,
        @DefaultValue("5") int fewGone) {

    /** Whether so many of all known people may be disabled without being asked. */
    boolean isPlausible(int leaving, int known) {
        return leaving <= fewGone || leaving * 100L <= (long) known * mostGonePercent;
    }
}
