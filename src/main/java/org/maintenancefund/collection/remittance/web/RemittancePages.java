package org.maintenancefund.collection.remittance.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.OrderNumber;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.SummaryRow;

/** Addresses of the hand-over, and what its pages have in common. */
final class RemittancePages {

    static final String DECLARATIONS = "/collection/declarations";

    static final String SLIPS = "/collection/slips";

    static final String ORDERS = "/collection/orders";

    private RemittancePages() {}

    static String path(DeclarationNumber number) {
        return DECLARATIONS + "/" + number;
    }

    static String path(SlipNumber number) {
        return SLIPS + "/" + number;
    }

    static String path(OrderNumber number) {
        return ORDERS + "/" + number;
    }

    static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("remittance.field." + field), value);
    }
}
