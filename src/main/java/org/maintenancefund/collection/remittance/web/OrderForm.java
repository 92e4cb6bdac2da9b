package org.maintenancefund.collection.remittance.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/**
 * 责令限期缴存 as typed.
 *
 * @param amount that the person saw
 */
@Labels("remittance.field.")
record OrderForm(
        @Typed(value = TypedDate.class, by = "ofAnyYear", required = "remittance.deadline.required")
        String deadline,

        String amount) {

    OrderForm(@Nullable String deadline, @Nullable String amount) {
        this.deadline = Objects.requireNonNullElse(deadline, "");
        this.amount = Objects.requireNonNullElse(amount, "");
    }
}
