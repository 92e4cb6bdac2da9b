package org.maintenancefund.collection.receipt.importing;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Labels;

/**
 * 确认导入 as typed.
 *
 * @param checked that what is unlikely was looked at: one tick for all rows of the file
 */
@Labels("collection.field.")
record ReceiptConfirmForm(@Nullable String checked) {

    static final ReceiptConfirmForm EMPTY = new ReceiptConfirmForm(null);

    boolean isTicked() {
        return "true".equals(checked);
    }
}
