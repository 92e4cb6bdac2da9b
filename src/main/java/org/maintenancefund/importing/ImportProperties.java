package org.maintenancefund.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of imports of every kind ({@code app.import.*}).
 *
 * @param maxTries how often an import that comes no further is taken up before it has failed
 * @param kept     how long one that nobody confirms is kept
 */
@ConfigurationProperties("app.import")
record ImportProperties(
        @DefaultValue("3") int maxTries,
        @DefaultValue("30d") Duration kept) {}
