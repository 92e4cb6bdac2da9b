package org.maintenancefund.collection.receipt.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.receipt.ReceiptView;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 财政票据号 as typed; empty takes it off again.
 *
 * @param version of the receipt that the person saw
 */
@Labels("collection.field.")
record FiscalNumberForm(@Text(max = 40, optional = true) String fiscalNumber, String version) {

    FiscalNumberForm(@Nullable String fiscalNumber, @Nullable String version) {
        this.fiscalNumber = Objects.requireNonNullElse(fiscalNumber, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static FiscalNumberForm of(ReceiptView receipt) {
        return new FiscalNumberForm(receipt.fiscalNumber(), Integer.toString(receipt.version()));
    }
}
