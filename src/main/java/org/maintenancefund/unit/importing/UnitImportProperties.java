package org.maintenancefund.unit.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of an import of units ({@code app.unit-import.*}).
 *
 * @param maxRows rows with text, the heading not counted; as many units of an area are registered in one transaction
 */
@ConfigurationProperties("app.unit-import")
record UnitImportProperties(@DefaultValue("20000") int maxRows) {}
