package org.maintenancefund.area.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of an import ({@code app.area-import.*}).
 *
 * @param maxRows  rows with text, the heading not counted
 * @param maxTries how often an import that comes no further is taken up before it has failed
 */
@ConfigurationProperties("app.area-import")
record ImportProperties(
        @DefaultValue("100000") int maxRows,
        @DefaultValue("3") int maxTries) {}
