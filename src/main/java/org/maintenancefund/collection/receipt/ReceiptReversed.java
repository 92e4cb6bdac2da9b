package org.maintenancefund.collection.receipt;

import java.util.UUID;

/** A receipt of that company was reversed; published in the transaction, so that what counts its money goes along. */
public record ReceiptReversed(UUID enterprise) {}
