package org.maintenancefund.area.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of an import of areas ({@code app.area-import.*}).
 *
 * @param maxRows rows with text, the heading not counted
 */
@ConfigurationProperties("app.area-import")
record AreaImportProperties(@DefaultValue("100000") int maxRows) {}
