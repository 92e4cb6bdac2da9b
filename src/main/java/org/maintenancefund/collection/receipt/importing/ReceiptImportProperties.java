package org.maintenancefund.collection.receipt.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of an import of receipts ({@code app.receipt-import.*}).
 *
 * @param maxRows rows with text, the heading not counted; as many are recorded in one transaction, and nobody else pays in that
 *     area meanwhile
 */
@ConfigurationProperties("app.receipt-import")
record ReceiptImportProperties(@DefaultValue("5000") int maxRows) {}
