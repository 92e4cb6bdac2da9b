package org.maintenancefund.billing.run.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/** 撤回 as typed: why. */
@Labels("billing.run.field.")
record ReasonForm(
        @Text(max = RunService.LONGEST_REMARK, required = "billing.run.reason.required")
        String reason) {

    ReasonForm(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    /** The reason as it is kept. */
    String words() {
        return ChineseText.clean(reason);
    }
}
