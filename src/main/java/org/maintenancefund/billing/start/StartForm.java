package org.maintenancefund.billing.start;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/**
 * 开通 as chosen.
 *
 * @param month    the first one that is billed
 * @param answered ticked where what is unlikely is right all the same
 */
@Labels("billing.start.field.")
record StartForm(
        @Typed(value = TypedMonth.class, required = "billing.start.month.missing") @Nullable
        String month,

        @Nullable String answered) {

    private static final String TICKED = "true";

    boolean isAnswered() {
        return TICKED.equals(answered);
    }
}
