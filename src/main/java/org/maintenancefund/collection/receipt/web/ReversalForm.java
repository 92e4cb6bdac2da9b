package org.maintenancefund.collection.receipt.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/** 冲正 as typed. */
@Labels("collection.field.")
record ReversalForm(
        @Text(max = 200, min = 2, required = "collection.reason.required")
        String reason) {

    ReversalForm(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}
