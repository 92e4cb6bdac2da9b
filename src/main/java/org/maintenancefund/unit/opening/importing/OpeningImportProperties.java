package org.maintenancefund.unit.opening.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of an import of opening balances ({@code app.opening-import.*}).
 *
 * @param maxRows rows with text, the heading not counted; as many lines are entered in one transaction
 */
@ConfigurationProperties("app.opening-import")
record OpeningImportProperties(@DefaultValue("20000") int maxRows) {}
