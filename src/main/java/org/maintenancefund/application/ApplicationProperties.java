package org.maintenancefund.application;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of applications that stay with the configuration, because they delete records, are kept secret, or have to be borne by
 * the machine. {@link ApplicationLimits} has them all.
 *
 * @param retention     refused, withdrawn and lapsed applications are deleted after this
 * @param codeShown     how long the browser that submitted is shown its 回执码, unless it is noted before
 * @param bytesPerDraft bytes of scans someone not signed in may leave in a draft
 */
@ConfigurationProperties("app.application")
public record ApplicationProperties(
        @DefaultValue("2y") Period retention,
        @DefaultValue("1h") Duration codeShown,
        @DefaultValue("52428800") long bytesPerDraft) {}
